package org.parley.journal.export;

import java.io.IOException;

/** Something that lists messages, oldest first. */
interface MessageSheet {
  /** Before the first message. */
  void begin() throws IOException;

  /** The next message. */
  void add(ShownMessage message) throws IOException;

  /** After the last one. */
  void end() throws IOException;
}
