package org.parley.ui;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parley.messaging.Message;
import org.parley.settings.ClearSettings;
import org.parley.settings.Closing;
import org.parley.ui.MainModel.Stranger;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.contacts.ContactsController;
import org.parley.ui.conversations.ConversationsController;
import org.parley.ui.history.HistoryController;
import org.parley.ui.settings.SettingsController;
import org.parley.ui.wire.WireController;
import org.parley.ui.workplace.Status;
import org.parley.ui.workplace.Workplace;

/** One main window over one workplace. Used on the event thread. */
final class MainController {
  private static final String CONVERSATIONS = "conversations";
  private static final String DIRECTORY = "directory";
  private static final String HISTORY = "history";
  private static final String WIRE = "wire";

  private final UiContext ui;
  private final Workplace workplace;
  private final Tray tray;
  private final Turns turns;
  private final MainModel model = new MainModel();
  private final Commands commands;
  private final ConversationsController conversations;
  private final ContactsController contacts;
  private final HistoryController history;
  private final WireController wire;
  private final MainView view;
  private final Notifier notifier;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Set<Stranger> ignored = new HashSet<>();
  private ClearSettings shown;
  private Subscription inTray = () -> {};
  private boolean leaving;

  /**
   * A window that shows once {@link #start} is called.
   *
   * @param turns told what comes after this window
   */
  MainController(UiContext ui, Workplace workplace, Tray tray, Turns turns) {
    this.ui = ui;
    this.workplace = workplace;
    this.tray = tray;
    this.turns = turns;
    this.shown = workplace.preferences().clear();
    this.contacts = new ContactsController(ui, workplace, this::talkTo);
    this.conversations = new ConversationsController(ui, workplace, new Tabs());
    this.history = new HistoryController(ui, workplace, new FromHistory());
    this.wire = new WireController(ui, workplace.wireLog());
    this.commands = new Commands(ui);
    this.view = new MainView(ui, model, this, workplace.self(), commands, tabs());
    this.notifier = new Notifier(view.frame());
  }

  private List<Tab> tabs() {
    return List.of(
        new Tab(CONVERSATIONS, "conversations", conversations.component()),
        new Tab(DIRECTORY, "directory", contacts.component()),
        new Tab(HISTORY, "history", history.component()),
        new Tab(WIRE, "wire", wire.component()));
  }

  /** Fills in the commands, in the order in which the list of keys shows them. */
  void fill(Commands into) {
    into.menu("jump", KeyEvent.VK_K, this::onJump);
    into.menu("find", KeyEvent.VK_F, this::onFind);
    into.menuShift("searchAll", KeyEvent.VK_F, this::onSearchAll);
    into.menu("newContact", KeyEvent.VK_N, this::onNewContact);
    into.menuShift("toAddress", KeyEvent.VK_N, this::onMessageToAddress);
    into.alt("previous", KeyEvent.VK_UP, () -> onStep(-1));
    into.alt("next", KeyEvent.VK_DOWN, () -> onStep(1));
  }

  /** What the conversations ask of the other tab. */
  private final class Tabs implements ConversationsController.Elsewhere {
    @Override
    public void addContact() {
      onNewContact();
    }

    @Override
    public void keepContact(String name, String host, int port, char[] password) {
      view.show(DIRECTORY);
      contacts.onAdd(name, host, Integer.toString(port), password);
    }

    @Override
    public void details(Message message) {
      Long seq = message.seq();
      if (seq == null) {
        new MessageFacts(ui, message, view.frame()).open();
      } else {
        onWire(seq);
      }
    }

    @Override
    public void export(String peer, Component over) {
      history.exportConversation(peer, over);
    }

    @Override
    public void announce(String who, String line) {
      notifier.tell(who, line);
    }
  }

  /** What the history asks of the other tabs. */
  private final class FromHistory implements HistoryController.Elsewhere {
    @Override
    public void show(Message message) {
      view.show(CONVERSATIONS);
      conversations.onShow(message);
    }

    @Override
    public void details(long seq) {
      onWire(seq);
    }
  }

  private void onWire(long seq) {
    view.show(WIRE);
    wire.onShow(seq);
  }

  /** Shows the window, where there is a place to stand at, there. */
  void start(Optional<Place> place) {
    subscriptions.add(workplace.status().onChange(() -> ui.edt().run(this::onStatus)));
    subscriptions.add(workplace.talk().listen(new WindowNews(ui, model, this::onStranger)));
    subscriptions.add(workplace.preferences().onChange(() -> ui.edt().run(this::onPreferences)));
    Idle idle = new Idle(ui.edt(), this::lock);
    subscriptions.add(idle);
    subscriptions.add(workplace.preferences().onChange(() -> ui.edt().run(() -> onIdle(idle))));
    onIdle(idle);
    onStatus();
    contacts.start();
    history.start();
    wire.start();
    conversations.start();
    conversations.followUnread(model.unread::set);
    place.flatMap(Place::conversation).ifPresent(conversations::onOpen);
    view.show(place);
  }

  private void onStatus() {
    model.status.set(Optional.of(workplace.status().status()));
  }

  private void onIdle(Idle idle) {
    idle.lockAfter(
        turns.canLock() ? workplace.preferences().sealed().autoLockMinutes() : OptionalInt.empty());
  }

  /** Look and size act in place; words do where everything is said anew. */
  private void onPreferences() {
    ClearSettings now = workplace.preferences().clear();
    ClearSettings before = shown;
    shown = now;
    if (now.look() != before.look() || now.textPercent() != before.textPercent()) {
      ui.background().start(() -> Appearance.of(now), Appearance::apply, this::onUnexpected);
    }
    if (now.language() != before.language() && !leaving) {
      Place place = place();
      leave(() -> true, "ui.leaving.language", () -> turns.renewed(place));
    }
  }

  private void onUnexpected(Throwable why) {
    Unexpected.tell(view.frame(), ui, why);
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
          view.show(DIRECTORY);
          contacts.onAdd(s.name(), s.address(), "", new char[0]);
        });
  }

  void onStrangerIgnore() {
    model.stranger.get().ifPresent(ignored::add);
    model.stranger.set(Optional.empty());
  }

  private void talkTo(String peer) {
    view.show(CONVERSATIONS);
    conversations.onOpen(peer);
  }

  /** A tab was chosen by its key: where one can write, one does. */
  void onTabKey() {
    conversations.focusComposer(); // in another tab it is hidden, and nothing happens
  }

  private void onJump() {
    view.show(CONVERSATIONS);
    conversations.focusFilter();
  }

  private void onFind() {
    if (view.shows(CONVERSATIONS)) {
      conversations.onFind();
    } else if (view.shows(DIRECTORY)) {
      contacts.focusFilter();
    }
  }

  private void onSearchAll() {
    view.show(HISTORY);
    history.focusSearch();
  }

  private void onNewContact() {
    view.show(DIRECTORY);
    contacts.onAdd();
  }

  private void onMessageToAddress() {
    view.show(CONVERSATIONS);
    conversations.onMessageToAddress();
  }

  void onActive(boolean active) {
    conversations.onActive(active && view.shows(CONVERSATIONS));
  }

  private void onStep(int by) {
    if (view.shows(CONVERSATIONS)) {
      conversations.onStep(by);
    }
  }

  void onSettings() {
    new SettingsController(ui, workplace, tray.works(), turns.canLock() ? this::lock : null)
        .open(view.frame());
  }

  void onKeys() {
    new KeysView(ui, commands.all(), workplace.preferences().sealed().enterKey(), view.frame())
        .open();
  }

  boolean canLock() {
    return turns.canLock();
  }

  private Place place() {
    return view.place(conversations.opened());
  }

  /** Closes the workplace and shows the lock screen. */
  void lock() {
    if (leaving || !turns.canLock()) {
      return;
    }
    Place place = place();
    leave(this::closed, "ui.leaving.lock", () -> turns.locked(place));
  }

  private boolean closed() {
    workplace.close();
    return true;
  }

  /** The user closed the window. */
  void onClose() {
    if (leaving) {
      return;
    }
    Closing chosen = workplace.preferences().sealed().closing();
    if (chosen == Closing.STAYS_IN_TRAY && tray.works()) {
      intoTray();
    } else if (chosen == Closing.QUITS) {
      quit();
    } else {
      int waiting = model.status.get().map(Status::waiting).orElse(0);
      QuitView.Answer answer = new QuitView(ui, waiting, tray.works(), view.frame()).ask();
      if (answer.remember()) {
        ui.background()
            .start(
                () -> remember(answer.closing()),
                done -> goAs(answer.closing()),
                why -> {
                  Dialogs.tell(
                      view.frame(),
                      ui,
                      ui.word("ui.settings.unsaved.title"),
                      ui.word("ui.settings.unsaved.sentence"));
                  goAs(answer.closing());
                });
      } else {
        goAs(answer.closing());
      }
    }
  }

  private boolean remember(Closing closing) throws IOException {
    workplace.preferences().changeSealed(now -> now.withClosing(closing));
    return true;
  }

  private void goAs(Closing closing) {
    switch (closing) {
      case ASKS -> {} // it stays
      case QUITS -> quit();
      case STAYS_IN_TRAY -> intoTray();
    }
  }

  private void intoTray() {
    try {
      inTray = tray.put(view.frame().getTitle(), ui, this::onOpenFromTray, this::onQuitFromTray);
      view.frame().setVisible(false);
    } catch (AWTException e) {
      Dialogs.tell(
          view.frame(), ui, ui.word("ui.tray.gone.title"), ui.word("ui.tray.gone.sentence"));
    }
  }

  private void onOpenFromTray() {
    ui.edt()
        .run(
            () -> {
              inTray.close();
              view.frame().setVisible(true);
              view.frame().toFront();
            });
  }

  private void onQuitFromTray() {
    ui.edt().run(this::quit);
  }

  private void quit() {
    if (!leaving) {
      leave(this::closed, "ui.leaving.quit", turns::ended);
    }
  }

  /** Ends what the window shows, then the work, then the window. */
  private void leave(Callable<Boolean> work, String word, Runnable then) {
    leaving = true;
    inTray.close();
    model.leaving.set(ui.word(word));
    subscriptions.forEach(Subscription::close);
    Callable<Boolean> draft = conversations.close();
    contacts.close();
    history.close();
    wire.close();
    ui.background()
        .start(
            () -> {
              try {
                return draft.call();
              } finally {
                work.call();
              }
            },
            done -> left(then),
            why -> {
              onUnexpected(why);
              left(then);
            });
  }

  private void left(Runnable then) {
    notifier.close();
    view.close();
    then.run();
  }
}
