package org.parley.session;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.parley.wire.Limits;
import org.parley.wire.PduCodec;

/** The message that an initiator is to deliver. */
public final class OutgoingText {
  private final String id;
  private final byte[] utf8;

  /**
   * Names and encodes it.
   *
   * @param id a version 4 UUID in lower case, the same in every try
   * @param text 1 byte to {@link Limits#TEXT} in UTF-8
   * @throws IllegalArgumentException where either is not so, or the text holds half a character:
   *     the one who let it be typed has checked
   */
  public OutgoingText(String id, String text) {
    if (!PduCodec.isId(id)) {
      throw new IllegalArgumentException("no message id");
    }
    this.id = id;
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      utf8 = new byte[encoded.remaining()];
      encoded.get(utf8);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the text holds half of a surrogate pair", e);
    }
    if (utf8.length == 0 || utf8.length > Limits.TEXT) {
      throw new IllegalArgumentException("a text has 1 to " + Limits.TEXT + " bytes");
    }
  }

  /** Names the message. */
  public String id() {
    return id;
  }

  byte[] utf8() {
    return utf8;
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "OutgoingText[" + id + "]";
  }
}
