package org.parley.ui.conversations;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.text.JTextComponent;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.settings.EnterKey;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.workplace.RemovalSheet;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.TalkException;
import org.parley.ui.workplace.TalkWords;
import org.parley.ui.workplace.Workplace;

/** The Conversations tab. Used on the event thread. */
public final class ConversationsController {
  /** So often what is said of times is said anew. */
  private static final int TICK_MILLIS = 30_000;

  private final UiContext ui;
  private final Workplace workplace;
  private final Talk talk;
  private final Elsewhere elsewhere;
  private final ConversationsModel model = new ConversationsModel();
  private final PeerEntries entries;
  private final ListLoader loader;
  private final MessageCommands messages;
  private final ConversationsView view;
  private final OpenConversation opened;
  private final DraftKeeper draft;
  private final PeerActions peers;
  private final Finder finder;
  private final Announcer announcer;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private Subscription ticking = () -> {};

  /** What the tab asks other parts of the window for. */
  public interface Elsewhere {
    /** Somebody wants to add a contact. */
    void addContact();

    /**
     * A peer reached by an address is to be kept as a contact.
     *
     * @param password the caller's, who wipes it after the return
     */
    void keepContact(String name, String host, int port, char[] password);

    /** What exports a whole conversation is to be opened, over that component. */
    void export(String peer, Component over);

    /** What went over the wire for that message is to be shown. */
    void details(Message message);

    /**
     * Something came that nobody sees just now, and that is not muted.
     *
     * @param who the name to show
     * @param line what may be told of it
     */
    void announce(String who, String line);
  }

  /** A tab over that; it shows nothing before {@link #start}. */
  public ConversationsController(UiContext ui, Workplace workplace, Elsewhere elsewhere) {
    this.ui = ui;
    this.workplace = workplace;
    this.talk = workplace.talk();
    this.elsewhere = elsewhere;
    this.entries = new PeerEntries(model, workplace.addressBook(), talk.notes());
    this.loader = new ListLoader(ui, talk, model, entries, this::onProblem);
    this.messages = new MessageCommands(ui, workplace, elsewhere, this::component, this::onProblem);
    this.view = new ConversationsView(ui, model, this);
    this.announcer = new Announcer(ui, model, workplace.preferences(), elsewhere);
    this.draft = new DraftKeeper(ui, talk, model, view.exchange(), this::onNewest, this::onProblem);
    this.opened = new OpenConversation(ui, talk, model, view.exchange(), draft, this::onProblem);
    this.peers =
        new PeerActions(
            ui, talk, workplace.addressBook(), model, view.component(), this::onProblem);
    this.finder =
        new Finder(
            ui, talk, model, message -> opened.open(message.peer(), message), this::onProblem);
  }

  /** Begins to follow what happens, and loads. */
  public void start() {
    subscriptions.add(talk.listen(new EventThreadListener(ui.edt(), this)));
    subscriptions.add(workplace.addressBook().onChange(() -> ui.edt().run(this::onContacts)));
    subscriptions.add(workplace.preferences().onChange(() -> ui.edt().run(this::onPreferences)));
    onPreferences();
    tick();
    talk.whenReady(() -> ui.edt().run(this::load));
  }

  /**
   * Stops following.
   *
   * @return keeps what is being written; to be called off the event thread, before the workplace
   *     closes
   */
  public Callable<Boolean> close() {
    subscriptions.forEach(Subscription::close);
    subscriptions.clear();
    ticking.close();
    peers.leave();
    finder.close();
    return draft.close();
  }

  /** The tab's component. */
  public JComponent component() {
    return view.component();
  }

  /** Tells how many messages are unread, but for muted ones, now and after each change. */
  public void followUnread(Consumer<Integer> follower) {
    model.entries.follow(now -> follower.accept(model.unread()));
  }

  private void load() {
    loader.load(
        () -> {
          if (model.open.get().isEmpty() && !model.entries.get().isEmpty()) {
            onOpen(model.entries.get().get(0).peer());
            focusComposerUnlessWriting();
          }
        });
  }

  private void tick() {
    view.exchange().refresh();
    ticking = ui.edt().after(TICK_MILLIS, this::tick);
  }

  private void onContacts() {
    entries.refresh();
    peers.lookWhere();
  }

  private void onPreferences() {
    view.exchange().enterSends(workplace.preferences().sealed().enterKey() == EnterKey.SENDS);
  }

  /** A message is new, or its fate changed. */
  void onMessage(Message message) {
    if (message.fate() == Fate.REMOVED) {
      gone(message.peer(), MessageKey.of(message));
    }
    boolean shown = opened.onMessage(message);
    if (!loader.misses()
        && entries.onMessage(message, shown)
        && message.fate() == Fate.RECEIVED
        && !shown) {
      announcer.arrived(message);
    }
  }

  /** A message that was never sent is no more. */
  void onDiscarded(String peer, String id) {
    gone(peer, MessageKey.ours(id));
    opened.onDiscarded(peer, id);
    if (!loader.misses()) {
      loader.discarded(peer, id);
    }
  }

  private void gone(String peer, MessageKey key) {
    if (model.open.get().equals(Optional.of(peer))) {
      finder.onGone(key);
    }
  }

  /** What the owner keeps about a conversation is another now. */
  void onNote(String peer) {
    entries.refresh();
    if (model.open.get().equals(Optional.of(peer))) {
      view.exchange().refresh();
    }
  }

  /** A contact authenticated. */
  void onReached(org.parley.name.PeerName name) {
    if (model.open.get().equals(Optional.of(name.toString()))) {
      model.reached.set(talk.reached(name));
      peers.lookWhere();
    }
  }

  /** Opens that peer's conversation. */
  public void onOpen(String peer) {
    if (!model.open.get().equals(Optional.of(peer))) {
      peers.leave();
      finder.close();
      opened.open(peer);
      peers.lookWhere();
    }
    model.entry(peer).ifPresent(e -> peers.unread(e, false));
    entries.markRead(peer);
  }

  /** Opens a message's conversation at that message. */
  public void onShow(Message message) {
    if (!model.open.get().equals(Optional.of(message.peer()))) {
      peers.leave();
      finder.close();
    }
    opened.open(message.peer(), message);
    entries.markRead(message.peer());
  }

  /** Whether the window is in front: what arrives in the open conversation is read then. */
  public void onActive(boolean active) {
    if (opened.onActive(active)) {
      model.open.get().ifPresent(entries::markRead);
    }
  }

  /** Whose conversation is open; empty where none is. */
  public Optional<String> opened() {
    return model.open.get();
  }

  /** Goes to the next (1) or previous (-1) conversation of the list. */
  public void onStep(int by) {
    List<Entry> shown = model.shown();
    if (shown.isEmpty()) {
      return;
    }
    int at = model.openEntry().map(shown::indexOf).orElse(-1);
    int next = Math.floorMod(at < 0 ? 0 : at + by, shown.size());
    onOpen(shown.get(next).peer());
    focusComposer();
  }

  /** Puts the focus where a contact can be jumped to. */
  public void focusFilter() {
    view.peers().focusFilter();
  }

  /** Puts the focus where one writes, if one can. */
  public void focusComposer() {
    view.exchange().focusComposer();
  }

  /** One begins to write at once, but for who has begun to write something else. */
  private void focusComposerUnlessWriting() {
    if (!(KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner()
        instanceof JTextComponent)) {
      focusComposer();
    }
  }

  void onFilterEnter() {
    model.shown().stream()
        .findFirst()
        .ifPresent(
            e -> {
              onOpen(e.peer());
              model.filter.set("");
              focusComposer();
            });
  }

  void onOlder() {
    opened.older();
  }

  void onNewer() {
    opened.newer();
  }

  /** Shows the newest message of the open conversation. */
  void onNewest() {
    model.firstUnread.set(Optional.empty());
    opened.toNewest();
  }

  void onAtBottom() {
    model.below.set(0);
  }

  void onSend(String text) {
    model.openEntry().flatMap(Entry::contact).ifPresent(k -> draft.send(k.name(), text));
  }

  void onWriting() {
    draft.changed();
  }

  void onCheck() {
    model.openEntry().flatMap(Entry::contact).ifPresent(k -> peers.check(k.name()));
  }

  MessageActions messageActions() {
    return messages;
  }

  PeerActions peerActions() {
    return peers;
  }

  /** Shows the search in the open conversation, and puts the focus there. */
  public void onFind() {
    if (model.open.get().isPresent()) {
      model.finding.set(true);
      view.exchange().focusFind();
    }
  }

  void onFindIn(Entry entry) {
    onOpen(entry.peer());
    onFind();
  }

  void onClear(Entry entry) {
    RemovalSheet.clear(
        ui,
        talk,
        view.component(),
        entry.peer(),
        entry.title(),
        over -> elsewhere.export(entry.peer(), over));
  }

  void onFindText(String part) {
    finder.onText(part);
  }

  void onHit(int by) {
    finder.step(by);
  }

  void onFindClosed() {
    finder.close();
    focusComposer();
  }

  void onAct(ConversationsModel.Act act) {
    onNoticeClosed();
    act.action().run();
  }

  void onNoticeClosed() {
    model.notice.set(Optional.empty());
  }

  void onAddContact() {
    elsewhere.addContact();
  }

  /** Opens the form for a message to an address. */
  public void onMessageToAddress() {
    toAddress().open("", "");
  }

  void onAgain() {
    toAddress().open(model.open.get().orElse(""));
  }

  private AddressController toAddress() {
    return new AddressController(ui, talk, view.component(), elsewhere, this::onOpen);
  }

  private void onProblem(Throwable why) {
    if (subscriptions.isEmpty()) {
      return; // what ran was ended by the closing: nobody asks for it any more
    }
    if (why instanceof TalkException e) {
      Dialogs.tell(
          view.component(), ui, ui.word("ui.talk.problem.title"), TalkWords.sentence(e, ui));
    } else {
      Unexpected.tell(view.component(), ui, why);
    }
  }
}
