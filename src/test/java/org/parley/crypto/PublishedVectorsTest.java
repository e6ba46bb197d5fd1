package org.parley.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each primitive against the vectors of the standard that it follows. */
class PublishedVectorsTest {
  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits == null ? "" : digits);
  }

  private static SecretBytes secret(String digits) {
    return SecretBytes.taking(hex(digits));
  }

  @ParameterizedTest
  @CsvSource({
    "'',e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  })
  void sha_256_of_fips_180_4(String text, String digest) {
    byte[] bytes = text.getBytes(US_ASCII);
    assertThat(Sha256.of(bytes)).isEqualTo(hex(digest));
    int half = bytes.length / 2;
    byte[] left = java.util.Arrays.copyOf(bytes, half);
    byte[] right = java.util.Arrays.copyOfRange(bytes, half, bytes.length);
    assertThat(Sha256.of(left, right)).isEqualTo(hex(digest));
  }

  @Test
  void hmac_sha_256_of_rfc_4231() {
    String longKey = "aa".repeat(131);
    String[][] cases = {
      {
        "0b".repeat(20),
        text("Hi There"),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      },
      {
        text("Jefe"),
        text("what do ya want for nothing?"),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      },
      {
        "aa".repeat(20),
        "dd".repeat(50),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
      },
      {
        "0102030405060708090a0b0c0d0e0f10111213141516171819",
        "cd".repeat(50),
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
      },
      {
        longKey,
        text("Test Using Larger Than Block-Size Key - Hash Key First"),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      },
      {
        longKey,
        text(
            "This is a test using a larger than block-size key and a larger than block-size data."
                + " The key needs to be hashed before being used by the HMAC algorithm."),
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
      },
    };
    for (String[] row : cases) {
      assertThat(HmacSha256.of(secret(row[0]), hex(row[1]))).isEqualTo(hex(row[2]));
      assertThat(HmacSha256.verify(secret(row[0]), hex(row[2]), hex(row[1]))).isTrue();
      byte[] wrong = hex(row[2]);
      wrong[31] ^= 1;
      assertThat(HmacSha256.verify(secret(row[0]), wrong, hex(row[1]))).isFalse();
      assertThat(HmacSha256.verify(secret(row[0]), new byte[0], hex(row[1]))).isFalse();
    }
  }

  private static String text(String text) {
    return HexFormat.of().formatHex(text.getBytes(US_ASCII));
  }

  @Test
  void hkdf_without_salt_of_rfc_5869_a_3() {
    try (SecretBytes okm = Hkdf.derive(secret("0b".repeat(22)), new byte[0], 42)) {
      assertThat(okm.expose())
          .isEqualTo(
              hex(
                  "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                      + "9d201395faa4b61a96c8"));
    }
  }

  @Test
  void argon2id_of_the_reference_implementations_tests() throws Exception {
    // phc-winner-argon2, src/test.c, Argon2_id, version 19.
    try (SecretBytes password = PasswordBytes.of("password".toCharArray())) {
      byte[] salt = "somesalt".getBytes(US_ASCII);
      assertThat(Argon2id.derive(password, salt, 65536, 2, 1, 32).expose())
          .isEqualTo(hex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
      assertThat(Argon2id.derive(password, salt, 256, 2, 1, 32).expose())
          .isEqualTo(hex("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"));
      assertThat(Argon2id.derive(password, salt, 256, 2, 2, 32).expose())
          .isEqualTo(hex("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"));
    }
  }

  @Test
  void ed25519_of_rfc_8032_section_7_1() {
    String[][] cases = {
      {
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
      },
      {
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      },
      {
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
      },
    };
    for (String[] row : cases) {
      assertThat(Ed25519.publicKey(secret(row[0]))).isEqualTo(hex(row[1]));
      assertThat(Ed25519.sign(secret(row[0]), hex(row[2]))).isEqualTo(hex(row[3]));
      assertThat(Ed25519.verify(hex(row[1]), hex(row[2]), hex(row[3]))).isTrue();
      byte[] wrong = hex(row[3]);
      wrong[0] ^= 1;
      assertThat(Ed25519.verify(hex(row[1]), hex(row[2]), wrong)).isFalse();
      assertThat(Ed25519.verify(hex(row[1]), hex("00"), hex(row[3]))).isFalse();
      assertThat(Ed25519.verify(new byte[31], hex(row[2]), hex(row[3]))).isFalse();
      assertThat(Ed25519.verify(hex(row[1]), hex(row[2]), new byte[63])).isFalse();
    }
    assertThat(Ed25519.verify(hex("ff".repeat(32)), new byte[0], new byte[64])).isFalse();
    assertThat(Ed25519.verify(hex("01" + "00".repeat(31)), new byte[0], new byte[64])).isFalse();
  }

  @Test
  void aes_256_cbc_of_sp_800_38a_f_2_5() throws Exception {
    SecretBytes key = secret("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    byte[] iv = hex("000102030405060708090a0b0c0d0e0f");
    byte[] plain =
        hex(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
    byte[] published =
        hex(
            "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b");
    byte[] sealed = AesCbc.encrypt(key, iv, plain);
    assertThat(sealed).startsWith(published).hasSize(80); // and a block of padding
    assertThat(AesCbc.decrypt(key, iv, sealed)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    // The test cases 13, 14 and 16 of the GCM specification.
    "0000000000000000000000000000000000000000000000000000000000000000,000000000000000000000000,,,"
        + "530f8afbc74536b9a963b4f1c4cb738b",
    "0000000000000000000000000000000000000000000000000000000000000000,000000000000000000000000,,"
        + "00000000000000000000000000000000,"
        + "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,cafebabefacedbaddecaf888,"
        + "feedfacedeadbeeffeedfacedeadbeefabaddad2,"
        + "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39,"
        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        + "76fc6ece0f4e1768cddf8853bb2d551b"
  })
  void aes_256_gcm_of_its_specification(
      String key, String nonce, String associated, String plain, String sealed) throws Exception {
    assertThat(AesGcm.seal(secret(key), hex(nonce), hex(associated), hex(plain)))
        .isEqualTo(hex(sealed));
    assertThat(AesGcm.open(secret(key), hex(nonce), hex(associated), hex(sealed)).expose())
        .isEqualTo(hex(plain));
  }
}
