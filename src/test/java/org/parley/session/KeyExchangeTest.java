package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.crypto.RandomSource;
import org.parley.crypto.Rfc3526;
import org.parley.crypto.SecretBytes;
import org.parley.json.JsonObject;
import org.parley.json.JsonWriter;
import org.parley.name.PeerName;
import org.parley.wire.Frame;
import org.parley.wire.Pdu;

/** Steps 1 to 3: public values, names, whose secret, and what nobody learns. */
class KeyExchangeTest {
  private static final BigInteger P = Rfc3526.prime();

  private static String hex(BigInteger value) {
    return String.format("%0512x", value);
  }

  private static JsonObject body(Stage stage) {
    return Forge.read(stage.body());
  }

  private static Reaction send(Stage stage, byte[] body) {
    String type = stage.awaited().wireName();
    return stage.receive(stage.forge.plain(type, stage.now.wallMillis(), body).wire());
  }

  private static Reaction send(Stage stage, JsonObject body) {
    return send(stage, JsonWriter.canonicalBytes(body));
  }

  static Stream<Arguments> badKeys() {
    BigInteger nonResidue = P.subtract(BigInteger.valueOf(4)); // -1 is none, 4 is one
    List<Object> keys = new ArrayList<>();
    for (BigInteger y :
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            P.subtract(BigInteger.ONE),
            P,
            P.add(BigInteger.ONE),
            P.add(BigInteger.valueOf(4)),
            nonResidue,
            BigInteger.TWO.pow(2048).subtract(BigInteger.ONE))) {
      keys.add(hex(y));
    }
    String good = hex(BigInteger.valueOf(4));
    keys.add(good.substring(1)); // 511 digits
    keys.add("0" + good); // 513
    keys.add(good.substring(0, 511) + "G");
    keys.add(hex(BigInteger.TWO.pow(2000)).replace('0', 'A').substring(0, 512)); // capitals
    keys.add("");
    keys.add(4L);
    return Stream.of(InitiatorState.AWAIT_DH_2, ResponderState.AWAIT_DH_1)
        .flatMap(state -> keys.stream().map(key -> Arguments.of(state, key)));
  }

  @ParameterizedTest
  @MethodSource("badKeys")
  void a_public_value_that_is_none_is_a_fault(State state, Object key) {
    Stage stage = Stage.at(state);
    Reaction end = send(stage, body(stage).with("key", key));
    assertThat(end.end().kind()).isEqualTo(EndKind.PROTOCOL_FAULT);
    assertThat(end.end().check()).isEqualTo(Check.KEY);
    assertThat(Stage.sent(end)).isEmpty();
    assertThat(Stage.heard(end).get(0).outcome().text()).isEqualTo("rejected: key");
  }

  @Test
  void squares_at_the_edges_of_the_range_are_taken() {
    for (State state : List.of(InitiatorState.AWAIT_DH_2, ResponderState.AWAIT_DH_1)) {
      // 2 is the generator; p-2 is none of the squares, so the largest that is one is looked for.
      BigInteger last = P.subtract(BigInteger.TWO);
      while (last.modPow(P.shiftRight(1), P).bitLength() > 1) {
        last = last.subtract(BigInteger.ONE);
      }
      for (BigInteger y : List.of(BigInteger.TWO, last)) {
        Stage stage = Stage.at(state);
        assertThat(send(stage, body(stage).with("key", hex(y))).end()).isNull();
      }
    }
  }

  static Stream<State> plainStates() {
    return Stream.of(InitiatorState.AWAIT_DH_2, ResponderState.AWAIT_DH_1);
  }

  @ParameterizedTest
  @MethodSource("plainStates")
  void the_body_is_strict_json_but_need_not_be_canonical(State state) {
    Stage loose = Stage.at(state);
    String canonical = new String(loose.body(), StandardCharsets.UTF_8);
    String spaced = canonical.replace(",", ",\n \"more\":[1,null],").replace("{", "{ ");
    assertThat(send(loose, spaced.getBytes(StandardCharsets.UTF_8)).end()).isNull();
    for (String bad :
        List.of(
            "x",
            "[]",
            "{}x",
            canonical.replace("{", "{\"a\":1.0,"),
            canonical.replace("{", "{\"user\":\"eve\","),
            canonical.replace("}", ",}"))) {
      Stage stage = Stage.at(state);
      Reaction end = send(stage, bad.getBytes(StandardCharsets.UTF_8));
      assertThat(end.end().check()).as(bad).isEqualTo(Check.BODY);
      assertThat(end.end().kind()).isEqualTo(EndKind.PROTOCOL_FAULT);
    }
    Stage without = Stage.at(state);
    assertThat(send(without, body(without).without("key")).end().check()).isEqualTo(Check.KEY);
  }

  @ParameterizedTest
  @MethodSource("plainStates")
  void a_name_that_would_need_repair_is_refused(State state) {
    for (Object name :
        new Object[] {
          null, "", " alice", "alice ", "a\u0301lice", "al\nice", "al\u202eice", "x".repeat(65), 7L
        }) {
      Stage stage = Stage.at(state);
      Reaction end = send(stage, body(stage).with("user", name));
      assertThat(end.end().check()).isEqualTo(Check.NAME);
      assertThat(end.end().kind()).isEqualTo(EndKind.PROTOCOL_FAULT);
      assertThat(Stage.sent(end)).isEmpty();
    }
    Stage without = Stage.at(state);
    assertThat(send(without, body(without).without("user")).end().check()).isEqualTo(Check.NAME);
  }

  @ParameterizedTest
  @MethodSource("plainStates")
  void a_peer_that_bears_our_own_name_is_refused(State state) {
    Stage stage = Stage.at(state);
    Reaction end = send(stage, body(stage).with("user", stage.machine.self.toString()));
    assertThat(end.end().kind()).isEqualTo(EndKind.OWN_NAME);
    assertThat(end.end().name()).isEqualTo(stage.machine.self);
    assertThat(Stage.sent(end)).isEmpty();
  }

  @Test
  void an_initiator_that_dialled_a_name_refuses_another() {
    Stage stage = Stage.at(InitiatorState.AWAIT_DH_2);
    Reaction end = send(stage, body(stage).with("user", "carol"));
    assertThat(end.end().kind()).isEqualTo(EndKind.OTHER_NAME);
    assertThat(end.end().name()).isEqualTo(Transcript.name("carol"));
    assertThat(Stage.sent(end)).as("nothing under a key").isEmpty();
  }

  @Test
  void nobody_dials_himself() {
    PeerName self = Transcript.name("alice");
    assertThatThrownBy(() -> new Initiator(self, self, p -> null, null, RandomSource.secure()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_manual_connection_takes_the_name_that_answers_if_there_is_a_secret_for_it() {
    List<PeerName> asked = new ArrayList<>();
    for (boolean known : new boolean[] {true, false}) {
      Initiator initiator =
          new Initiator(
              Stage.T.initiator(),
              null,
              peer -> {
                asked.add(peer);
                return known ? Stage.T.secret("contact_secret") : null;
              },
              null,
              Stage.T.scripted("initiator"));
      initiator.start(Transcript.at(0));
      Frame dh2 = new Forge(null).plain("dh_2", Transcript.BEGIN, Stage.recorded(1)).frame();
      Reaction reaction = initiator.received(dh2, Transcript.at(1));
      if (known) {
        assertThat(Stage.sent(reaction).get(0).msgType()).isEqualTo("hello");
      } else {
        assertThat(reaction.end().kind()).isEqualTo(EndKind.NO_SECRET);
        assertThat(reaction.end().name()).isEqualTo(Stage.T.responder());
        assertThat(Stage.heard(reaction).get(0).outcome().text()).isEqualTo("rejected: secret");
        assertThat(Stage.sent(reaction)).isEmpty();
      }
    }
    assertThat(asked).containsExactly(Stage.T.responder(), Stage.T.responder());
  }

  @Test
  void an_unknown_name_and_a_wrong_password_end_alike() throws Exception {
    byte[] random = new byte[32];
    SecretLookup unknown = peer -> null;
    SecretLookup wrong = peer -> SecretBytes.copyOf(HexFormat.of().parseHex("11".repeat(32)));
    List<List<String>> stories = new ArrayList<>();
    for (SecretLookup lookup : List.of(unknown, wrong)) {
      Responder responder =
          new Responder(
              Stage.T.responder(),
              lookup,
              lookup == unknown
                  ? Transcript.script(Stage.T.bytes("responder_private"), random)
                  : Transcript.script(Stage.T.bytes("responder_private")));
      List<String> story = new ArrayList<>();
      responder.start(Transcript.at(0));
      tell(story, responder.received(frame(0), Transcript.at(1)));
      tell(story, responder.resume(Transcript.at(1)));
      Reaction end = responder.received(frame(2), Transcript.at(3));
      tell(story, end);
      assertThat(end.end().kind()).isEqualTo(EndKind.AUTHENTICATION_FAILED);
      assertThat(end.end().check()).isEqualTo(Check.HMAC_VAL);
      assertThat(responder.failedAuthentication()).isTrue();
      assertThat(responder.authenticated()).isFalse();
      stories.add(story);
    }
    assertThat(stories.get(0)).isEqualTo(stories.get(1));
    assertThat(stories.get(0).get(stories.get(0).size() - 1)).contains("nack");
  }

  private static Frame frame(int line) throws Exception {
    return Frame.of(Stage.T.lines().get(line).wire());
  }

  private static void tell(List<String> story, Reaction reaction) {
    for (PduEvent event : reaction.events()) {
      story.add(new String(event.wire(), StandardCharsets.UTF_8) + event);
    }
  }

  @Test
  void until_hello_has_verified_nothing_sent_depends_on_a_password() throws Exception {
    List<List<String>> stories = new ArrayList<>();
    for (int secret = 1; secret <= 2; secret++) {
      byte[] bytes = HexFormat.of().parseHex(("0" + secret).repeat(32));
      Responder responder =
          new Responder(
              Stage.T.responder(),
              peer -> SecretBytes.copyOf(bytes),
              Stage.T.scripted("responder"));
      List<String> story = new ArrayList<>();
      responder.start(Transcript.at(0));
      tell(story, responder.received(frame(0), Transcript.at(1)));
      tell(story, responder.resume(Transcript.at(1)));
      tell(story, responder.received(frame(2), Transcript.at(3)));
      stories.add(story);
    }
    assertThat(stories.get(0)).isEqualTo(stories.get(1));
  }

  @Test
  void a_plain_nack_before_any_key_is_told_as_unproven() {
    Stage dh2 = Stage.at(InitiatorState.AWAIT_DH_2);
    assertNacked(dh2, EndKind.REFUSED_UNPROVEN);
    Stage chall = Stage.at(InitiatorState.AWAIT_CHALL);
    assertNacked(chall, EndKind.AUTHENTICATION_FAILED);
    Stage hello = Stage.at(ResponderState.AWAIT_HELLO);
    assertNacked(hello, EndKind.REFUSED_UNPROVEN);
    assertThat(((Responder) hello.machine).failedAuthentication()).isFalse();
  }

  private static void assertNacked(Stage stage, EndKind kind) {
    Forge.Made nack = stage.forge.plain("nack", stage.now.wallMillis(), null);
    Reaction end = stage.receive(nack.wire());
    assertThat(end.end().kind()).isEqualTo(kind);
    assertThat(end.end().reason()).isNull();
    assertThat(Stage.heard(end).get(0).outcome().text()).isEqualTo("ok");
    assertThat(Stage.sent(end)).isEmpty();
  }

  @Test
  void a_handshake_mirrored_back_at_its_sender_gets_nowhere() {
    // Mallory answers alice's call to bob by calling alice as bob, and passes all on. Both ends
    // share one DHSK, but the names stand in other roles.
    SecretLookup secrets = peer -> Stage.T.secret("contact_secret");
    PeerName alice = Transcript.name("alice");
    PeerName bob = Transcript.name("bob");
    Initiator calling = new Initiator(alice, bob, secrets, null, RandomSource.secure());
    Responder called = new Responder(alice, secrets, RandomSource.secure());
    Now now = new Now(Transcript.BEGIN, 0);
    called.start(now);
    byte[] dh1 = Stage.sent(calling.start(now)).get(0).wire();
    called.received(Frame.of(renamed(dh1, "dh_1", "bob")), now);
    byte[] dh2 = Stage.sent(called.resume(now)).get(0).wire();
    Reaction hello = calling.received(Frame.of(renamed(dh2, "dh_2", "bob")), now);
    Reaction end = called.received(Frame.of(Stage.sent(hello).get(0).wire()), now);
    assertThat(end.end().kind()).isEqualTo(EndKind.AUTHENTICATION_FAILED);
    assertThat(Stage.sent(end).get(0).pdu().protection()).isEqualTo(Pdu.Protection.PLAIN);
    calling.close();
  }

  private static byte[] renamed(byte[] wire, String type, String user) {
    try {
      JsonObject pdu = Forge.read(wire);
      byte[] body = java.util.Base64.getDecoder().decode(pdu.string("message"));
      JsonObject other = Forge.read(body).with("user", user);
      long timestamp = pdu.object("header").integer("timestamp", 0, Long.MAX_VALUE);
      return new Forge(null).plain(type, timestamp, JsonWriter.canonicalBytes(other)).wire();
    } catch (org.parley.json.JsonException e) {
      throw new IllegalStateException(e);
    }
  }
}
