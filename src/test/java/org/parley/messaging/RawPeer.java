package org.parley.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.parley.crypto.Argon2id;
import org.parley.crypto.PasswordBytes;
import org.parley.crypto.Sha256;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/** One end of a connection that can do every step of the protocol right, and any of them wrong. */
final class RawPeer implements AutoCloseable {
  static final BigInteger P =
      new BigInteger(
          "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
              + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
              + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
              + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
              + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB"
              + "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
              + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
              + "3995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF",
          16);
  private static final int MOST_WAIT_MILLIS = 30_000;

  final Socket socket;
  private final String self;
  private final String peer;
  private final byte[] secret;
  private final boolean initiator;
  private final BigInteger exponent = new BigInteger(256, new SecureRandom());
  private BigInteger publicValue = BigInteger.TWO.modPow(exponent, P);
  private BigInteger theirs;
  private byte[] challenge = {};
  private long last;
  private int done;
  RawPdu.Keys keys;

  private RawPeer(Socket socket, String self, String peer, byte[] secret, boolean initiator)
      throws IOException {
    this.socket = socket;
    this.self = self;
    this.peer = peer;
    this.secret = secret;
    this.initiator = initiator;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(MOST_WAIT_MILLIS);
  }

  static RawPeer dial(int port, String self, String peer, byte[] secret) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    return new RawPeer(socket, self, peer, secret, true);
  }

  static RawPeer accepted(Socket socket, String self, String peer, byte[] secret)
      throws IOException {
    return new RawPeer(socket, self, peer, secret, false);
  }

  static byte[] secret(String password, String a, String b) throws Exception {
    byte[] names = RawPdu.ascii("parley/classic/1\0" + a + "\0" + b); // a comes first
    byte[] salt = java.util.Arrays.copyOf(Sha256.of(names), 16);
    try (var bytes = PasswordBytes.of(password.toCharArray());
        var secret = Argon2id.derive(bytes, salt, 65536, 3, 1, 32)) {
      return secret.expose().clone();
    }
  }

  RawPeer withPublicValue(BigInteger value) {
    publicValue = value;
    return this;
  }

  /** The next PDU; null where the other side ended the connection. */
  JsonObject read() throws Exception {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      while (true) {
        int b = socket.getInputStream().read();
        if (b < 0) {
          return null;
        }
        if (b == '\n') {
          JsonObject pdu = JsonReader.object(line.toByteArray(), JsonProfile.STRICT);
          // Above theirs, too: two acks of one millisecond are one PDU, and ours would be theirs.
          last = Math.max(last, pdu.object("header").integer("timestamp", 0, 1L << 50));
          return pdu;
        }
        line.write(b);
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("the other side neither answers nor closes", e);
    } catch (IOException e) {
      return null; // reset
    }
  }

  void send(JsonObject pdu) throws IOException {
    send(RawPdu.line(pdu));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  long now() {
    last = Math.max(System.currentTimeMillis(), last + 1);
    return last;
  }

  JsonObject plain(String type, byte[] body) {
    return RawPdu.plain(type, body, now());
  }

  JsonObject sealed(String type, byte[] body) throws Exception {
    return RawPdu.sealed(keys, RawPdu.header(type, now()), body);
  }

  JsonObject nack(String reason) throws Exception {
    return RawPdu.sealed(keys, RawPdu.header("nack", now()).with("reason", reason), null);
  }

  JsonObject text(String id, String text) throws Exception {
    JsonObject header = RawPdu.header("text", now()).with("id", id);
    return RawPdu.sealed(keys, header, RawPdu.ascii(text));
  }

  /**
   * As a peer would, up to that step of twelve, itself included: sends its own, reads the others.
   */
  RawPeer through(int step) throws Exception {
    while (done < step) {
      done++;
      boolean theInitiators = done == 10 || done == 12 || (done % 2 == 1 && done != 11);
      if (initiator == theInitiators) {
        send(own(done));
      } else {
        take(done);
      }
    }
    return this;
  }

  /** Sends this as that step, which is done by it. */
  void sent(int step, JsonObject pdu) throws IOException {
    send(pdu);
    done = step;
  }

  /** This side's PDU of that step; not of 10, which has a text of its own. */
  JsonObject own(int step) throws Exception {
    return switch (step) {
      case 1 -> plain("dh_1", body());
      case 2 -> {
        JsonObject pdu = plain("dh_2", body());
        agree();
        yield pdu;
      }
      case 3 -> sealed("hello", null);
      case 4, 7 -> {
        challenge = new byte[32];
        yield sealed("chall", challenge);
      }
      case 5 -> sealed("resp", keys.answer("initiator", challenge));
      case 8 -> sealed("resp", keys.answer("responder", challenge));
      case 6, 9, 11 -> sealed("ack", null);
      case 10 -> text("00000000-0000-4000-8000-000000000010", "step ten");
      default -> sealed("close", null);
    };
  }

  byte[] body() {
    String key = String.format("%0512x", publicValue);
    return JsonWriter.canonicalBytes(JsonObject.empty().with("key", key).with("user", self));
  }

  private void take(int step) throws Exception {
    JsonObject pdu = read();
    if (pdu == null) {
      throw new IOException("closed where step " + step + " was to come");
    }
    if (step <= 2) {
      byte[] body = Base64.getDecoder().decode(pdu.string("message"));
      theirs = new BigInteger(JsonReader.object(body, JsonProfile.STRICT).string("key"), 16);
      if (initiator) {
        agree();
      }
    } else if (step == 4 || step == 7) {
      challenge = keys.open(pdu);
    }
  }

  private void agree() {
    keys = keysOf(secret);
  }

  /** What the keys are if that is the secret. */
  RawPdu.Keys keysOf(byte[] contactSecret) {
    String hex = String.format("%0512x", theirs.modPow(exponent, P));
    byte[] dhsk = HexFormat.of().parseHex(hex);
    return initiator
        ? RawPdu.Keys.of(contactSecret, self, peer, dhsk)
        : RawPdu.Keys.of(contactSecret, peer, self, dhsk);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
