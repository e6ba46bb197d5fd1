package org.parley.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parley.messaging.Message;
import org.parley.messaging.MessagingListener;
import org.parley.settings.Look;
import org.parley.ui.MainModel.Stranger;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.SystemLook;
import org.parley.ui.common.Theme;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.contacts.ContactsController;
import org.parley.ui.conversations.ConversationsController;
import org.parley.ui.workplace.Status;
import org.parley.ui.workplace.Workplace;

/** One main window over one workplace. Used on the event thread. */
final class MainController {
  private final UiContext ui;
  private final Workplace workplace;
  private final Runnable closed;
  private final MainModel model = new MainModel();
  private final ConversationsController conversations;
  private final ContactsController contacts;
  private final MainView view;
  private final Notifier notifier;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Set<Stranger> ignored = new HashSet<>();
  private boolean closing;

  /**
   * A window that shows once {@link #start} is called.
   *
   * @param closed called when window and workplace have closed
   */
  MainController(UiContext ui, Workplace workplace, Runnable closed) {
    this.ui = ui;
    this.workplace = workplace;
    this.closed = closed;
    this.contacts = new ContactsController(ui, workplace, this::talkTo);
    this.conversations = new ConversationsController(ui, workplace, new Tabs());
    model.look.set(workplace.preferences().clear().look());
    this.view = new MainView(ui, model, this, workplace.self(), conversations, contacts);
    this.notifier = new Notifier(view.frame());
  }

  /** What the conversations ask of the other tab. */
  private final class Tabs implements ConversationsController.Elsewhere {
    @Override
    public void addContact() {
      onNewContact();
    }

    @Override
    public void keepContact(String name, String host, int port, char[] password) {
      view.showContacts();
      contacts.onAdd(name, host, Integer.toString(port), password);
    }

    @Override
    public void details(Message message) {
      new MessageFacts(ui, message, view.frame()).open();
    }

    @Override
    public void announce(String who, String line) {
      notifier.tell(who, line);
    }
  }

  /** Shows the window. */
  void start() {
    subscriptions.add(workplace.status().onChange(() -> ui.edt().run(this::onStatus)));
    subscriptions.add(workplace.talk().listen(listener()));
    onStatus();
    contacts.start();
    conversations.start();
    conversations.followUnread(model.unread::set);
    view.show();
  }

  private MessagingListener listener() {
    return new MessagingListener() {
      @Override
      public void strangerTried(String name, String address) {
        ui.edt().run(() -> onStranger(new Stranger(name, address)));
      }

      @Override
      public void secretsChanged(int ready, int total) {
        ui.edt().run(() -> model.secrets.set(new MainModel.Secrets(ready, total)));
      }

      @Override
      public void storageFailed(String why) {
        ui.edt().run(() -> model.trouble.set(ui.word("ui.status.storage", why)));
      }

      @Override
      public void listenerFailed(String why) {
        ui.edt().run(() -> model.trouble.set(ui.word("ui.status.listener", why)));
      }
    };
  }

  private void onStatus() {
    model.status.set(Optional.of(workplace.status().status()));
  }

  private void onStranger(Stranger stranger) {
    if (!ignored.contains(stranger)) {
      model.stranger.set(Optional.of(stranger));
    }
  }

  void onStrangerAdd() {
    Optional<Stranger> stranger = model.stranger.get();
    onStrangerIgnore();
    stranger.ifPresent(
        s -> {
          view.showContacts();
          contacts.onAdd(s.name(), s.address(), "", new char[0]);
        });
  }

  void onStrangerIgnore() {
    model.stranger.get().ifPresent(ignored::add);
    model.stranger.set(Optional.empty());
  }

  private void talkTo(String peer) {
    view.showConversations();
    conversations.onOpen(peer);
  }

  void onJump() {
    view.showConversations();
    conversations.focusFilter();
  }

  void onFind() {
    if (view.showsConversations()) {
      conversations.onFind();
    }
  }

  void onNewContact() {
    view.showContacts();
    contacts.onAdd();
  }

  void onMessageToAddress() {
    view.showConversations();
    conversations.onMessageToAddress();
  }

  void onActive(boolean active) {
    conversations.onActive(active && view.showsConversations());
  }

  void onStep(int by) {
    if (view.showsConversations()) {
      conversations.onStep(by);
    }
  }

  /** Changes the look at once, and remembers it. */
  void onLook(Look look) {
    model.look.set(look);
    ui.background()
        .start(
            () -> {
              boolean dark = look == Look.SYSTEM && SystemLook.isDark();
              workplace.preferences().changeClear(now -> now.withLook(look));
              return dark;
            },
            dark -> Theme.apply(look, dark),
            why -> {
              Theme.apply(look, false);
              Dialogs.tell(
                  view.frame(),
                  ui,
                  ui.word("ui.settings.unsaved.title"),
                  ui.word("ui.settings.unsaved.sentence"));
            });
  }

  void onSettings() {
    new SettingsView(ui, model, this, view.frame()).open();
  }

  void onKeys() {
    new KeysView(ui, view.frame()).open();
  }

  /** Asks, closes everything, and tells once it is done. */
  void onClose() {
    if (closing) {
      return;
    }
    int waiting = model.status.get().map(Status::waiting).orElse(0);
    if (!Dialogs.ask(
        view.frame(),
        ui,
        ui.word("ui.quit.title"),
        ui.word("ui.quit.sentence", waiting),
        ui.word("ui.quit.yes"))) {
      return;
    }
    close();
  }

  private void close() {
    closing = true;
    model.closing.set(true);
    subscriptions.forEach(Subscription::close);
    Callable<Boolean> draft = conversations.close();
    contacts.close();
    ui.background()
        .start(
            () -> {
              try {
                return draft.call();
              } finally {
                workplace.close();
              }
            },
            done -> ended(),
            why -> {
              Unexpected.tell(view.frame(), ui, why);
              ended();
            });
  }

  private void ended() {
    notifier.close();
    view.close();
    closed.run();
  }
}
