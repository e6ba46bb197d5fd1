package org.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/** Whatever is accepted as a PDU is written back to the same meaning, tag and sum. */
class PduCodecFuzz {
  static Stream<byte[]> seeds() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    try (InputStream in = PduCodecFuzz.class.getResourceAsStream("/vectors/classic.json")) {
      JsonObject file = (JsonObject) JsonReader.document(in.readAllBytes(), JsonProfile.FILE);
      for (Object transcript : file.array("transcripts")) {
        for (Object line : ((JsonObject) transcript).array("pdus")) {
          JsonObject pdu = (JsonObject) line;
          if (pdu.has("canonical")) {
            seeds.add(pdu.string("canonical").getBytes(java.nio.charset.StandardCharsets.UTF_8));
          }
        }
      }
    }
    return seeds.stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10s")
  void what_is_accepted_is_written_back_to_the_same_meaning(byte[] data) throws Exception {
    Pdu pdu;
    try {
      pdu = PduCodec.parse(data);
    } catch (PduException e) {
      return; // refused, which is an answer
    }
    byte[] canonical = PduCodec.canonical(pdu);
    Pdu again = PduCodec.parse(canonical);
    assertThat(again.json()).isEqualTo(pdu.json());
    assertThat(again.message()).isEqualTo(pdu.message());
    assertThat(again.protection()).isEqualTo(pdu.protection());
    assertThat(PduCodec.canonical(again)).isEqualTo(canonical);
    assertThat(PduCodec.crcOk(again)).isEqualTo(PduCodec.crcOk(pdu));
    // The text in pieces is the text as a whole, made by the plain writer.
    assertThat(canonical).isEqualTo(JsonWriter.canonicalBytes(pdu.json()));
    assertThat(joined(PduCodec.macInput(pdu)))
        .isEqualTo(JsonWriter.canonicalBytes(with(pdu.json(), 0, null)));
    CRC32 crc = new CRC32();
    crc.update(JsonWriter.canonicalBytes(with(pdu.json(), 0, pdu.hmacVal())));
    assertThat(PduCodec.crcOk(pdu)).isEqualTo(crc.getValue() == pdu.crc());
  }

  private static JsonObject with(JsonObject pdu, long crc, String tag) throws Exception {
    JsonObject security = pdu.object("security");
    return pdu.with("header", pdu.object("header").with("crc", crc))
        .with("security", security.with("hmac", security.object("hmac").with("hmac_val", tag)));
  }

  private static byte[] joined(byte[][] parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
