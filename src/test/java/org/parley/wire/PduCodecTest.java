package org.parley.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

class PduCodecTest {
  private static final String TAG = "0123456789abcdef".repeat(4);
  private static final String ID = "6f1dc595-0000-4000-8000-000000000001";
  private static final String PLAIN =
      "{\"hmac\":{\"hmac_type\":null,\"hmac_val\":null},\"enc_type\":null}";
  private static final String SEALED =
      "{\"hmac\":{\"hmac_type\":\"SHA256\",\"hmac_val\":\""
          + TAG
          + "\"},\"enc_type\":\"AES256CBC\"}";

  private static String pdu(String header, String message, String security) {
    return "{\"header\":{"
        + header
        + "},\"message\":"
        + message
        + ",\"security\":"
        + security
        + "}";
  }

  private static Pdu parse(String text) throws PduException {
    return PduCodec.parse(text.getBytes(UTF_8));
  }

  private static PduException.Fault fault(String text) {
    try {
      parse(text);
      return null;
    } catch (PduException e) {
      return e.fault();
    }
  }

  private static List<byte[]> recorded() throws Exception {
    List<byte[]> all = new ArrayList<>();
    try (InputStream in = PduCodecTest.class.getResourceAsStream("/vectors/classic.json")) {
      JsonObject file = (JsonObject) JsonReader.document(in.readAllBytes(), JsonProfile.FILE);
      for (Object transcript : file.array("transcripts")) {
        for (Object pdu : ((JsonObject) transcript).array("pdus")) {
          if (((JsonObject) pdu).has("canonical")) {
            all.add(((JsonObject) pdu).string("canonical").getBytes(UTF_8));
          }
        }
      }
    }
    return all;
  }

  @Test
  void what_is_recorded_parses_sums_up_and_is_written_as_it_was() throws Exception {
    List<byte[]> recorded = recorded();
    assertThat(recorded).hasSizeGreaterThan(40);
    for (byte[] wire : recorded) {
      Pdu pdu = PduCodec.parse(wire);
      assertThat(PduCodec.crcOk(pdu)).isTrue();
      assertThat(PduCodec.canonical(pdu)).isEqualTo(wire);
      assertThat(pdu.type()).isNotNull();
    }
  }

  @Test
  void tag_and_sum_are_over_the_canonical_text_with_two_values_set() throws Exception {
    // Members that sort around the two, in all places, and in another order.
    Pdu pdu =
        parse(
            "{\"zz\":1,\"security\":{\"enc_type\":\"AES256CBC\",\"a\":[],\"hmac\":{\"z\":0,"
                + "\"hmac_val\":\""
                + TAG
                + "\",\"hmac_type\":\"SHA256\",\"hmac\":{\"crc\":7,\"hmac_val\":8}}},\"message\":null,"
                + "\"header\":{\"crc\":5,\"crb\":\"\u00e9\",\"timestamp\":-3,\"msg_type\":\"ack\","
                + "\"header\":{\"crc\":9}},\"aa\":{\"security\":{}}}");
    JsonObject header = pdu.json().object("header");
    JsonObject security = pdu.json().object("security");
    JsonObject bare =
        pdu.json()
            .with("header", header.with("crc", 0))
            .with(
                "security", security.with("hmac", security.object("hmac").with("hmac_val", null)));
    assertThat(joined(PduCodec.macInput(pdu))).isEqualTo(JsonWriter.canonicalBytes(bare));
    assertThat(PduCodec.canonical(pdu)).isEqualTo(JsonWriter.canonicalBytes(pdu.json()));
    assertThat(PduCodec.crcOk(pdu)).isFalse();
    CRC32 crc = new CRC32();
    crc.update(JsonWriter.canonicalBytes(pdu.json().with("header", header.with("crc", 0))));
    JsonObject right = pdu.json().with("header", header.with("crc", crc.getValue()));
    assertThat(PduCodec.crcOk(PduCodec.parse(JsonWriter.indented(right)))).isTrue();
  }

  private static byte[] joined(byte[][] parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Test
  void a_draft_becomes_what_the_parser_reads() throws Exception {
    byte[] body = {1, 2, 3};
    Pdu plain = PduDraft.plain(MsgType.DH_1, 5, body).finish(null);
    Pdu again = PduCodec.parse(PduCodec.canonical(plain));
    assertThat(again.json()).isEqualTo(plain.json());
    assertThat(PduCodec.crcOk(again)).isTrue();
    assertThat(again.message()).isEqualTo(body);
    assertThat(again.protection()).isEqualTo(Pdu.Protection.PLAIN);

    PduDraft draft = PduDraft.authenticated(MsgType.TEXT, 6, new byte[16], ID, null);
    Pdu sealed = draft.finish(new byte[32]);
    Pdu read = PduCodec.parse(PduCodec.canonical(sealed));
    assertThat(read.json()).isEqualTo(sealed.json());
    assertThat(joined(PduCodec.macInput(read))).isEqualTo(joined(draft.macInput()));
    assertThat(read.protection()).isEqualTo(Pdu.Protection.AUTHENTICATED);
    assertThat(read.id()).isEqualTo(ID);
    assertThat(read.hmacVal()).isEqualTo("0".repeat(64));
    assertThat(read.timestamp()).isEqualTo(6);

    Pdu nack = PduDraft.authenticated(MsgType.NACK, 7, null, null, "storage").finish(new byte[32]);
    assertThat(PduCodec.parse(PduCodec.canonical(nack)).reason()).isEqualTo("storage");
    assertThatThrownBy(() -> draft.finish(null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PduDraft.plain(MsgType.NACK, 0, null).finish(new byte[32]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "dh_1,true",
    "dh_2,true",
    "hello,false",
    "chall,true",
    "resp,true",
    "ack,false",
    "nack,false",
    "close,false"
  })
  void each_type_has_a_body_or_none(String type, boolean body) {
    String header = "\"msg_type\":\"" + type + "\",\"crc\":0,\"timestamp\":0";
    assertThat(fault(pdu(header, "\"AAAA\"", PLAIN)))
        .isEqualTo(body ? null : PduException.Fault.SHAPE);
    assertThat(fault(pdu(header, "null", PLAIN))).isEqualTo(body ? PduException.Fault.SHAPE : null);
    assertThat(MsgType.of(type).wireName()).isEqualTo(type);
  }

  @Test
  void an_unknown_type_may_have_a_body_or_not() throws Exception {
    String header = "\"msg_type\":\"zzz\",\"crc\":0,\"timestamp\":0";
    assertThat(parse(pdu(header, "null", PLAIN)).type()).isNull();
    assertThat(parse(pdu(header, "\"AAAA\"", PLAIN)).msgType()).isEqualTo("zzz");
    assertThat(fault(pdu(header, "\"\"", PLAIN))).isEqualTo(PduException.Fault.SHAPE);
  }

  @Test
  void the_edges_of_sum_and_timestamp() {
    for (String good :
        List.of(
            "\"crc\":4294967295,\"timestamp\":9007199254740991",
            "\"crc\":0,\"timestamp\":-9007199254740991",
            "\"crc\":0,\"timestamp\":0")) {
      assertThat(fault(pdu("\"msg_type\":\"ack\"," + good, "null", PLAIN))).isNull();
    }
    for (String bad :
        List.of(
            "\"crc\":4294967296,\"timestamp\":0",
            "\"crc\":-1,\"timestamp\":0",
            "\"crc\":\"0\",\"timestamp\":0",
            "\"crc\":null,\"timestamp\":0",
            "\"crc\":0,\"timestamp\":\"0\"",
            "\"crc\":0,\"timestamp\":true",
            "\"crc\":0")) {
      assertThat(fault(pdu("\"msg_type\":\"ack\"," + bad, "null", PLAIN)))
          .as(bad)
          .isEqualTo(PduException.Fault.SHAPE);
    }
    for (String bad : List.of("-0", "1.0", "01", "9007199254740992", "-9007199254740992", "1e3")) {
      String header = "\"msg_type\":\"ack\",\"crc\":0,\"timestamp\":" + bad;
      assertThat(fault(pdu(header, "null", PLAIN))).as(bad).isEqualTo(PduException.Fault.JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hmac\":{\"hmac_type\":\"sha256\",\"hmac_val\":null},\"enc_type\":null}",
        "{\"hmac\":{\"hmac_type\":null,\"hmac_val\":\"00\"},\"enc_type\":null}",
        "{\"hmac\":{\"hmac_type\":null,\"hmac_val\":0},\"enc_type\":null}",
        "{\"hmac\":{\"hmac_type\":null},\"enc_type\":null}",
        "{\"hmac\":{\"hmac_val\":null},\"enc_type\":null}",
        "{\"hmac\":null,\"enc_type\":null}",
        "{\"enc_type\":null}",
        "{\"hmac\":{\"hmac_type\":null,\"hmac_val\":null}}",
        "{\"hmac\":{\"hmac_type\":null,\"hmac_val\":null},\"enc_type\":\"AES\"}",
        "{\"hmac\":{\"hmac_type\":null,\"hmac_val\":null},\"enc_type\":\"\"}",
        "[]"
      })
  void security_members_have_one_value_or_null(String security) {
    assertThat(fault(pdu("\"msg_type\":\"ack\",\"crc\":0,\"timestamp\":0", "null", security)))
        .isEqualTo(PduException.Fault.SHAPE);
  }

  @Test
  void mixed_security_members_are_a_shape_of_their_own() throws Exception {
    String header = "\"msg_type\":\"ack\",\"crc\":0,\"timestamp\":0";
    int mixed = 0;
    for (String type : List.of("null", "\"SHA256\"")) {
      for (String tag : List.of("null", "\"" + TAG + "\"")) {
        for (String enc : List.of("null", "\"AES256CBC\"")) {
          String security =
              "{\"hmac\":{\"hmac_type\":"
                  + type
                  + ",\"hmac_val\":"
                  + tag
                  + "},\"enc_type\":"
                  + enc
                  + "}";
          Pdu.Protection protection = parse(pdu(header, "null", security)).protection();
          mixed += protection == Pdu.Protection.MIXED ? 1 : 0;
        }
      }
    }
    assertThat(mixed).isEqualTo(6);
  }

  @Test
  void a_ciphertext_is_a_whole_number_of_blocks() {
    String header = "\"msg_type\":\"chall\",\"crc\":0,\"timestamp\":0";
    assertThat(fault(pdu(header, "\"AAAAAAAAAAAAAAAAAAAAAA==\"", SEALED))).isNull();
    assertThat(fault(pdu(header, "\"AAAA\"", SEALED))).isEqualTo(PduException.Fault.SHAPE);
    assertThat(fault(pdu(header, "\"AAAA\"", PLAIN))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6F1dc595-0000-4000-8000-000000000001",
        "6f1dc59-0000-4000-8000-000000000001",
        "6f1dc595-0000-4000-8000-000000000001\\n",
        "6f1dc5950000400080000000000000010000",
        ""
      })
  void a_text_bears_an_id(String bad) {
    String head = "\"msg_type\":\"text\",\"crc\":0,\"timestamp\":0";
    String good = head + ",\"id\":\"" + ID + "\"";
    assertThat(fault(pdu(good, "\"AAAA\"", PLAIN))).isNull();
    assertThat(fault(pdu(head, "\"AAAA\"", PLAIN))).isEqualTo(PduException.Fault.SHAPE);
    String other = head + ",\"id\":\"" + bad + "\"";
    assertThat(fault(pdu(other, "\"AAAA\"", PLAIN))).isEqualTo(PduException.Fault.SHAPE);
    // In another type it is a member like any that is ignored.
    String ack = "\"msg_type\":\"ack\",\"crc\":0,\"timestamp\":0,\"id\":\"" + bad + "\"";
    assertThat(fault(pdu(ack, "null", PLAIN))).isNull();
  }

  @Test
  void the_writer_ends_each_pdu_with_one_lf_in_one_write() throws Exception {
    List<byte[]> writes = new ArrayList<>();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] bytes) {
            writes.add(bytes);
          }
        };
    new PduWriter(out).write("{}".getBytes(UTF_8));
    assertThat(writes).containsExactly("{}\n".getBytes(UTF_8));
  }

  @Test
  void values_of_a_pdu_do_not_show() throws Exception {
    Pdu pdu = parse(pdu("\"msg_type\":\"ack\",\"crc\":0,\"timestamp\":0", "null", SEALED));
    assertThat(pdu.toString()).isEqualTo("Pdu[ack]");
  }
}
