package org.parley.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {
  @ParameterizedTest
  @CsvSource({
    "'',''",
    "f,Zg==",
    "fo,Zm8=",
    "foo,Zm9v",
    "foob,Zm9vYg==",
    "fooba,Zm9vYmE=",
    "foobar,Zm9vYmFy"
  })
  void the_samples_of_rfc_4648_section_10(String plain, String text) throws Exception {
    assertThat(Base64Text.encode(plain.getBytes(US_ASCII))).isEqualTo(text);
    assertThat(Base64Text.decode(text)).isEqualTo(plain.getBytes(US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QQ",
        "QQ=",
        "QR==",
        "QUF=",
        "QQ===",
        "QQ==QQ==",
        "Q\n==",
        " QQ==",
        "QQ== ",
        "=",
        "====",
        "Q",
        "-_-_",
        "QQ==\u0000",
        "\u00e9QQ=",
        "\u0151Q=="
      })
  void another_spelling_is_refused(String text) {
    assertThatThrownBy(() -> Base64Text.decode(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void all_bytes_come_back() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    assertThat(Base64Text.decode(Base64Text.encode(all))).isEqualTo(all);
  }
}
