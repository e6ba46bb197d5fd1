package org.parley.ui.conversations;

import org.parley.messaging.Message;
import org.parley.settings.Notifications;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.workplace.Preferences;

/** Decides what is told of a message that nobody sees. Used on the event thread. */
final class Announcer {
  private static final int MOST = 120;

  private final UiContext ui;
  private final ConversationsModel model;
  private final Preferences preferences;
  private final ConversationsController.Elsewhere elsewhere;

  Announcer(
      UiContext ui,
      ConversationsModel model,
      Preferences preferences,
      ConversationsController.Elsewhere elsewhere) {
    this.ui = ui;
    this.model = model;
    this.preferences = preferences;
    this.elsewhere = elsewhere;
  }

  void arrived(Message message) {
    Notifications wanted = preferences.sealed().notifications();
    boolean muted = model.entry(message.peer()).filter(e -> e.note().muted()).isPresent();
    if (muted || wanted == Notifications.OFF) {
      return;
    }
    String who = model.entry(message.peer()).map(Entry::title).orElse(message.peer());
    elsewhere.announce(
        SafeText.line(who, MOST),
        wanted == Notifications.WITH_CONTENT
            ? SafeText.line(message.text(), MOST)
            : ui.word("ui.announce.message"));
  }
}
