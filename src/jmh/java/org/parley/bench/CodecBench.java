package org.parley.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.json.JSONObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.crypto.PreparedHmac;
import org.parley.crypto.SecretBytes;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;
import org.parley.wire.PduCodec;
import org.parley.wire.PduDraft;

/**
 * The PDUs of one connection under the keys: written, tag and sum included, and read, every check
 * of shape, sum and tag included; against org.json printing and parsing the same, with one bare
 * HMAC and CRC of the same bytes for the one who writes and one for the one who reads. Ciphertexts
 * are there already on both sides.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBench {
  private static final int PDUS = 10;
  private static final String ID = "6f1c1f3e-1d2b-4c3a-8f5e-0123456789ab";

  private record Made(MsgType type, byte[] ciphertext) {}

  private final PreparedHmac hmac = new PreparedHmac(SecretBytes.taking(new byte[32]));
  private final List<Made> made = new ArrayList<>();
  private final List<JSONObject> objects = new ArrayList<>();
  private Mac mac;

  /** The PDUs from the first authenticated one on, with a text of usual length. */
  @Setup
  public void prepare() throws Exception {
    mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    List<MsgType> types =
        List.of(
            MsgType.HELLO,
            MsgType.CHALL,
            MsgType.RESP,
            MsgType.ACK,
            MsgType.CHALL,
            MsgType.RESP,
            MsgType.ACK,
            MsgType.TEXT,
            MsgType.ACK,
            MsgType.CLOSE);
    for (MsgType type : types) {
      byte[] ciphertext = type.hasBody() ? new byte[type == MsgType.TEXT ? 64 : 48] : null;
      made.add(new Made(type, ciphertext));
      objects.add(
          new JSONObject(new String(write(made.get(made.size() - 1)), StandardCharsets.UTF_8)));
    }
  }

  private byte[] write(Made what) {
    String id = what.type() == MsgType.TEXT ? ID : null;
    PduDraft draft =
        PduDraft.authenticated(what.type(), 1_789_000_000_063L, what.ciphertext(), id, null);
    return PduCodec.canonical(draft.finish(hmac.of(draft.macInput())));
  }

  /** Ours. */
  @Benchmark
  @OperationsPerInvocation(PDUS)
  public void parley(Blackhole sink) throws Exception {
    for (Made each : made) {
      Pdu pdu = PduCodec.parse(write(each));
      byte[] tag = HexFormat.of().parseHex(pdu.hmacVal());
      if (!PduCodec.crcOk(pdu) || !hmac.verify(tag, PduCodec.macInput(pdu))) {
        throw new IllegalStateException("not what was written");
      }
      sink.consume(pdu);
    }
  }

  /** Theirs. */
  @Benchmark
  @OperationsPerInvocation(PDUS)
  public void orgJson(Blackhole sink) {
    for (JSONObject each : objects) {
      byte[] bytes = each.toString().getBytes(StandardCharsets.UTF_8);
      sums(bytes, sink);
      JSONObject read = new JSONObject(new String(bytes, StandardCharsets.UTF_8));
      sums(bytes, sink);
      sink.consume(read);
    }
  }

  private void sums(byte[] bytes, Blackhole sink) {
    sink.consume(mac.doFinal(bytes));
    CRC32 crc = new CRC32();
    crc.update(bytes);
    sink.consume(crc.getValue());
  }
}
