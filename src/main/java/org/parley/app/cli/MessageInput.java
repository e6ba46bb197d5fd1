package org.parley.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.parley.app.console.CommandFailed;

/** A message from standard input: all of it in UTF-8, but for one line break at its end. */
final class MessageInput {
  /** In bytes; the message may be shorter by its line break. */
  private static final int MOST = 64 * 1024 + 2;

  private MessageInput() {}

  static String read(Surroundings here) throws CommandFailed {
    try {
      return text(here.terminal().in());
    } catch (TooLong e) {
      throw CommandFailed.failed(here.say("send.TOO_LONG"));
    } catch (CharacterCodingException e) {
      throw CommandFailed.failed(here.say("send.NOT_TEXT"));
    } catch (IOException e) {
      throw CommandFailed.failed(here.say("send.input", String.valueOf(e.getMessage())));
    }
  }

  static String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new TooLong();
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
