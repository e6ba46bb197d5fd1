package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.parley.messaging.Conversation;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.workplace.AddressBook;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.TalkException;

/** The Conversations tab. Used on the event thread. */
public final class ConversationsController implements MessageActions {
  static final int PAGE = 50;

  private final UiContext ui;
  private final Talk talk;
  private final AddressBook book;
  private final Elsewhere elsewhere;
  private final ConversationsModel model = new ConversationsModel();
  private final ConversationsView view;
  private final OpenConversation opened;
  private final List<Subscription> subscriptions = new ArrayList<>();

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
  }

  /** A tab over that; it shows nothing before {@link #start}. */
  public ConversationsController(UiContext ui, Talk talk, AddressBook book, Elsewhere elsewhere) {
    this.ui = ui;
    this.talk = talk;
    this.book = book;
    this.elsewhere = elsewhere;
    this.view = new ConversationsView(ui, model, this);
    this.opened = new OpenConversation(ui, talk, model, view.exchange(), this::onProblem);
  }

  /** Begins to follow what happens, and loads. */
  public void start() {
    subscriptions.add(talk.listen(new EventThreadListener(ui.edt(), this)));
    subscriptions.add(book.onChange(() -> ui.edt().run(this::onContacts)));
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
    return opened.close();
  }

  /** The tab's component. */
  public JComponent component() {
    return view.component();
  }

  /** Tells how many messages are unread, now and after each change. */
  public void followUnread(Consumer<Integer> follower) {
    model.entries.follow(entries -> follower.accept(model.unread()));
  }

  private void load() {
    ui.background()
        .start(
            talk::conversations,
            conversations -> {
              model.entries.set(merge(conversations));
              model.loading.set(false);
              if (model.open.get().isEmpty() && !model.entries.get().isEmpty()) {
                onOpen(model.entries.get().get(0).peer());
              }
            },
            this::onProblem);
  }

  private void onContacts() {
    model.entries.set(
        merge(
            model.entries.get().stream()
                .map(Entry::conversation)
                .filter(c -> c.last() != null)
                .toList()));
  }

  private List<Entry> merge(List<Conversation> conversations) {
    List<AddressBook.Known> contacts = book.known();
    Set<String> talked = new HashSet<>();
    List<Entry> entries = new ArrayList<>();
    for (Conversation conversation : conversations) {
      talked.add(conversation.peer());
      entries.add(
          new Entry(
              conversation,
              contacts.stream()
                  .filter(k -> k.name().toString().equals(conversation.peer()))
                  .findFirst()));
    }
    for (AddressBook.Known contact : contacts) {
      if (talked.add(contact.name().toString())) {
        entries.add(
            new Entry(new Conversation(contact.name().toString(), null, 0), Optional.of(contact)));
      }
    }
    return sorted(entries);
  }

  private static List<Entry> sorted(List<Entry> entries) {
    Comparator<Entry> byActivity =
        Comparator.comparing(
            ConversationsController::lastTime, Comparator.nullsLast(Comparator.reverseOrder()));
    return entries.stream().sorted(byActivity.thenComparing(Entry::peer)).toList();
  }

  private static java.time.@org.jspecify.annotations.Nullable Instant lastTime(Entry entry) {
    Message last = entry.conversation().last();
    return last == null ? null : last.time();
  }

  /** A message is new, or its fate changed. */
  void onMessage(Message message) {
    if (model.loading.get()) {
      return; // it comes with what is being loaded
    }
    boolean shown = opened.onMessage(message);
    List<Entry> entries = new ArrayList<>(model.entries.get());
    Optional<Entry> known = model.entry(message.peer());
    known.ifPresent(entries::remove);
    Message last = known.map(e -> e.conversation().last()).orElse(null);
    boolean isNew = last == null || !Exchange.same(last, message);
    int unread = known.map(e -> e.conversation().unread()).orElse(0);
    boolean newest = last == null || !isNew || !message.time().isBefore(last.time());
    boolean counts = isNew && message.fate() == Fate.RECEIVED && !shown;
    Conversation conversation =
        new Conversation(
            message.peer(), newest ? message : last, shown ? 0 : unread + (counts ? 1 : 0));
    entries.add(
        new Entry(
            conversation,
            book.known().stream()
                .filter(k -> k.name().toString().equals(message.peer()))
                .findFirst()));
    model.entries.set(sorted(entries));
  }

  /** A contact authenticated. */
  void onReached(org.parley.name.PeerName name) {
    if (model.open.get().equals(Optional.of(name.toString()))) {
      model.reached.set(talk.reached(name));
    }
  }

  /** Opens that peer's conversation. */
  public void onOpen(String peer) {
    opened.open(peer);
    model
        .entry(peer)
        .filter(e -> e.conversation().unread() > 0)
        .ifPresent(
            e -> {
              List<Entry> entries = new ArrayList<>(model.entries.get());
              Conversation read = new Conversation(peer, e.conversation().last(), 0);
              entries.set(entries.indexOf(e), new Entry(read, e.contact()));
              model.entries.set(List.copyOf(entries));
            });
  }

  /** Whether the window is in front: what arrives in the open conversation is read then. */
  public void onActive(boolean active) {
    if (opened.onActive(active)) {
      model.open.get().ifPresent(this::onOpenAgain);
    }
  }

  private void onOpenAgain(String peer) {
    List<Entry> entries =
        model.entries.get().stream()
            .map(
                e ->
                    e.peer().equals(peer)
                        ? new Entry(new Conversation(peer, e.conversation().last(), 0), e.contact())
                        : e)
            .toList();
    model.entries.set(entries);
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
  }

  /** Puts the focus where a contact can be jumped to. */
  public void focusFilter() {
    view.peers().focusFilter();
  }

  void focusComposer() {
    view.exchange().focusComposer();
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

  void onSend(String text) {
    model.openEntry().flatMap(Entry::contact).ifPresent(k -> opened.send(k.name(), text));
  }

  void onWriting() {
    opened.writing();
  }

  void onCheck() {
    model.openEntry().flatMap(Entry::contact).ifPresent(k -> opened.check(k.name()));
  }

  void onNotice() {
    model.notice.get().ifPresent(n -> n.act().ifPresent(a -> a.action().run()));
    onNoticeClosed();
  }

  void onNoticeClosed() {
    model.notice.set(Optional.empty());
  }

  @Override
  public void retry(String id) {
    ui.background()
        .start(
            () -> {
              talk.retry(id);
              return id;
            },
            done -> {},
            this::onProblem);
  }

  @Override
  public void cancel(String id) {
    ui.background()
        .start(
            () -> {
              talk.cancel(id);
              return id;
            },
            done -> {},
            this::onProblem);
  }

  void onAddContact() {
    elsewhere.addContact();
  }

  /** Opens the form for a message to an address. */
  public void onMessageToAddress() {
    toAddress("", "");
  }

  void onAgain() {
    // The peer of such a conversation is "name (host:port)".
    String peer = model.open.get().orElse("");
    int open = peer.lastIndexOf('(');
    int colon = peer.lastIndexOf(':');
    if (open >= 0 && colon > open && peer.endsWith(")")) {
      toAddress(
          peer.substring(open + 1, colon).replaceAll("^\\[|]$", ""),
          peer.substring(colon + 1, peer.length() - 1));
    } else {
      toAddress("", "");
    }
  }

  private void toAddress(String host, String port) {
    new AddressController(ui, talk, view.component(), elsewhere, this::onOpen).open(host, port);
  }

  private void onProblem(Throwable why) {
    if (why instanceof TalkException e) {
      Dialogs.tell(
          view.component(), ui, ui.word("ui.talk.problem.title"), TalkWords.sentence(e, ui));
    } else {
      Unexpected.tell(view.component(), ui, why);
    }
  }
}
