package org.parley.ui.conversations;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.parley.messaging.Message;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;

/** Messages as they go to the clipboard: one as its text, several with names and times. */
final class CopiedMessages {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private CopiedMessages() {}

  /**
   * The text for the clipboard.
   *
   * @param self the own name
   */
  static String text(List<Message> messages, String self, UiContext ui) {
    if (messages.size() == 1) {
      return SafeText.visible(messages.get(0).text());
    }
    StringBuilder all = new StringBuilder();
    for (Message message : messages) {
      ZonedDateTime time = message.time().atZone(ui.clock().getZone());
      String name = message.outgoing() ? self : message.peer();
      all.append('[').append(TIME.format(time)).append("] ");
      all.append(SafeText.line(name, 200))
          .append(": ")
          .append(SafeText.visible(message.text()))
          .append('\n');
    }
    return all.toString();
  }
}
