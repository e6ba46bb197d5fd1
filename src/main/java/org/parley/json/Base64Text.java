package org.parley.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 of RFC 4648 section 4, padded, in the one spelling that encoding gives: Java's decoder
 * also takes missing padding and stray bits, so that several texts would mean one value.
 */
public final class Base64Text {
  private Base64Text() {}

  /** The text. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes, if encoding them gives the same text again. */
  public static byte[] decode(String text) throws JsonException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      byte[] again = Base64.getEncoder().encode(bytes);
      if (Arrays.equals(again, text.getBytes(StandardCharsets.ISO_8859_1))) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new JsonException("not base64");
    }
    throw new JsonException("base64 in an unusual spelling");
  }
}
