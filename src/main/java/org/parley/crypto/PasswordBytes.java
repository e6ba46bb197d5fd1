package org.parley.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What a typed password is hashed as: the UTF-8 of its NFC form (Unicode Annex 15). */
public final class PasswordBytes {
  private PasswordBytes() {}

  /**
   * The bytes; the caller closes them. A password that is NFC already, as nearly all are, leaves no
   * other copy behind; another passes through a string that the garbage collector removes.
   *
   * @throws CryptoException where the password holds half of a surrogate pair, and so has no UTF-8
   */
  public static SecretBytes of(char[] password) throws CryptoException {
    CharSequence typed = CharBuffer.wrap(password);
    CharSequence normal =
        Normalizer.isNormalized(typed, Normalizer.Form.NFC)
            ? typed
            : Normalizer.normalize(typed, Normalizer.Form.NFC);
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(normal));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      encoded.clear();
      while (encoded.hasRemaining()) {
        encoded.put((byte) 0);
      }
      return SecretBytes.taking(bytes);
    } catch (CharacterCodingException e) {
      throw new CryptoException("the password holds an incomplete character");
    }
  }
}
