package org.parley.messaging;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.StoredEntry;
import org.parley.journal.search.ConversationRef;
import org.parley.journal.search.IndexProgress;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.search.MessageRef;
import org.parley.journal.search.MessageSearch;
import org.parley.journal.search.SearchHit;
import org.parley.journal.search.SearchPage;

/**
 * Messages as people see them: the journal's rows with a text, and what lies in the outbox, each
 * with what is known of it.
 *
 * <p>Any thread but the event thread: it reads the disk. Complete once the index is.
 */
public final class MessageHistory {
  private static final int PAGE = 200;
  private static final Comparator<Message> BY_TIME =
      Comparator.comparing(Message::time)
          .thenComparing(m -> m.seq() == null ? Long.MAX_VALUE : m.seq());

  private final Journal journal;
  private final MessageIndex index;
  private final Outbox outbox;
  private final ReadMarks marks;
  private final ManualFailures manual;

  /** Over the same parts as the messenger. */
  public MessageHistory(MessengerParts parts, MessageIndex index, ReadMarks marks) {
    this.journal = parts.journal();
    this.outbox = parts.outbox();
    this.index = index;
    this.marks = marks;
    this.manual = parts.manualFailures();
  }

  /** Whether every message is found: until then there may be more than is shown. Any thread. */
  public boolean complete() {
    return index.complete();
  }

  /** Conversations that have messages, the newest activity first. */
  public List<Conversation> conversations() throws StorageException {
    List<Message> pending = pending();
    Map<String, Conversation> found = new LinkedHashMap<>();
    for (ConversationRef ref : index.conversations()) {
      Message last = message(ref.last());
      found.put(ref.peer(), new Conversation(ref.peer(), last, unread(ref.peer())));
    }
    for (Message last : withoutRow(pending)) {
      String peer = last.peer();
      Conversation known = found.get(peer);
      if (known == null || known.last() == null || BY_TIME.compare(known.last(), last) < 0) {
        found.put(peer, new Conversation(peer, last, known == null ? 0 : known.unread()));
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(c -> Objects.requireNonNull(c.last()), BY_TIME.reversed()))
        .toList();
  }

  /** Messages received after the read mark. */
  public int unread(String peer) {
    return index.receivedAfter(peer, marks.seq(peer));
  }

  /** Everything received from that peer so far is read. */
  public void markRead(String peer) throws StorageException {
    List<MessageRef> newest = index.ofPeer(peer, Long.MAX_VALUE, 1);
    if (!newest.isEmpty()) {
      marks.set(peer, newest.get(0).seq());
    }
  }

  /**
   * A page of a conversation, oldest first.
   *
   * @param before only what is older than this message; null for the newest
   */
  public List<Message> page(String peer, @Nullable Message before, int limit)
      throws StorageException {
    List<OutboxItem> older =
        pendingItems(peer, i -> before == null || i.created().isBefore(before.time()));
    List<Message> pending = pending(older.subList(Math.max(0, older.size() - limit), older.size()));
    List<Message> found = new ArrayList<>();
    long beforeSeq = before == null ? Long.MAX_VALUE : seqBefore(peer, before);
    for (MessageRef ref : index.ofPeer(peer, beforeSeq, limit)) {
      found.add(message(ref));
    }
    for (Message message : withoutRow(pending)) {
      if (message.peer().equals(peer) && (before == null || BY_TIME.compare(message, before) < 0)) {
        found.add(message);
      }
    }
    found.sort(BY_TIME);
    return List.copyOf(found.subList(Math.max(0, found.size() - limit), found.size()));
  }

  /** A page of what is newer than that message, oldest first. */
  public List<Message> newer(String peer, Message after, int limit) throws StorageException {
    List<OutboxItem> newer = pendingItems(peer, i -> !i.created().isBefore(after.time()));
    // As many as that moment has, whose order with a row of it is told below, and a page.
    int same = (int) newer.stream().filter(i -> i.created().equals(after.time())).count();
    List<Message> pending = pending(newer.subList(0, Math.min(same + limit, newer.size())));
    List<Message> found = new ArrayList<>();
    long from = after.seq() == null ? seqBefore(peer, after) : after.seq() + 1;
    for (MessageRef ref : index.ofPeerFrom(peer, from, limit)) {
      found.add(message(ref));
    }
    for (Message message : withoutRow(pending)) {
      if (message.peer().equals(peer) && BY_TIME.compare(message, after) > 0) {
        found.add(message);
      }
    }
    found.sort(BY_TIME);
    return List.copyOf(found.subList(0, Math.min(found.size(), limit)));
  }

  /** Removed messages directly before that one: it takes no text to read to pass over them. */
  public RemovedRun removedBefore(String peer, Message message) {
    // What waits may stand between them by its time.
    Instant others =
        pendingItems(peer, i -> i.created().isBefore(message.time())).stream()
            .map(OutboxItem::created)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return RemovedRun.of(
        seqBefore(peer, message),
        seq -> index.ofPeer(peer, seq, PAGE),
        ref -> ref.time().isAfter(others));
  }

  /** Removed messages directly after that one. */
  public RemovedRun removedAfter(String peer, Message message) {
    Instant others =
        pendingItems(peer, i -> !i.created().isBefore(message.time())).stream()
            .filter(i -> !i.id().equals(message.id()))
            .map(OutboxItem::created)
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return RemovedRun.of(
        message.seq() == null ? seqBefore(peer, message) - 1 : message.seq(),
        seq -> index.ofPeerFrom(peer, seq + 1, PAGE),
        ref -> !ref.time().isAfter(others));
  }

  /** The first message that was received after the read mark; null where there is none. */
  public @Nullable Message firstUnread(String peer) throws StorageException {
    MessageRef first = index.firstReceivedAfter(peer, marks.seq(peer));
    return first == null ? null : message(first);
  }

  /** Where the journal goes on below a message, which may itself have no row. */
  private long seqBefore(String peer, Message before) {
    if (before.seq() != null) {
      return before.seq();
    }
    MessageRef row = before.id() == null ? null : index.sent(peer, before.id());
    if (row != null) {
      return row.seq();
    }
    long seq = Long.MAX_VALUE;
    while (true) {
      List<MessageRef> refs = index.ofPeer(peer, seq, PAGE);
      for (MessageRef ref : refs) {
        if (ref.time().isBefore(before.time())) {
          return ref.seq() + 1;
        }
        seq = ref.seq();
      }
      if (refs.size() < PAGE) {
        return seq;
      }
    }
  }

  /** One of our messages, by its id; null where there is none. */
  public @Nullable Message sent(String peer, String id) throws StorageException {
    for (Message message : pending()) {
      if (id.equals(message.id()) && index.sent(peer, id) == null) {
        return message;
      }
    }
    MessageRef ref = index.sent(peer, id);
    return ref == null ? null : message(ref);
  }

  /** How far the index is that all this comes from. Any thread. */
  public IndexProgress progress() {
    return index.progress();
  }

  /** Begins a search, newest first; {@code newest} does not restrict it. Reads the outbox. */
  public HistorySearch search(HistoryQuery query) throws StorageException {
    List<Message> pending = pending();
    MessageSearch search = index.search(query.inIndex(false));
    return new HistorySearch(query, withoutRow(pending), search, this::message);
  }

  /**
   * Gives every message that matches, or the newest of them, oldest first and page by page: however
   * many there are, no more than a page is held.
   */
  public void forEach(HistoryQuery query, Consumer<Message> each) throws StorageException {
    Start start =
        query.newest() == null
            ? new Start(0, withoutRow(pending()).stream().filter(query::matches).toList())
            : startOfNewest(query, query.newest());
    Set<String> given = HistorySearch.ids(start.pending());
    int next = 0;
    MessageSearch search = index.search(query.inIndex(true), start.seq());
    SearchPage page;
    do {
      page = next(search);
      for (SearchHit hit : page.hits()) {
        while (next < start.pending().size()
            && start.pending().get(next).time().isBefore(hit.message().time())) {
          each.accept(start.pending().get(next++));
        }
        if (!HistorySearch.isGiven(hit.message(), given)) {
          each.accept(message(hit));
        }
      }
    } while (page.more());
    start.pending().subList(next, start.pending().size()).forEach(each);
  }

  private static SearchPage next(MessageSearch search) throws StorageException {
    try {
      return search.next(PAGE);
    } catch (JournalException e) {
      throw new StorageException(e);
    }
  }

  /** From which row a list goes on, and which messages without one are in it, oldest first. */
  private record Start(long seq, List<Message> pending) {}

  /** Looks back for the place from which on so many match. */
  private Start startOfNewest(HistoryQuery query, int limit) throws StorageException {
    long seq = Long.MAX_VALUE;
    ArrayDeque<Message> pending = new ArrayDeque<>();
    HistorySearch search = search(query);
    int found = 0;
    HistoryPage page;
    do {
      page = search.next(Math.min(PAGE, limit - found));
      for (HistoryHit hit : page.hits()) {
        found++;
        if (hit.message().seq() == null) {
          pending.addFirst(hit.message());
        } else {
          seq = hit.message().seq();
        }
      }
    } while (page.more() && found < limit);
    return new Start(seq, List.copyOf(pending));
  }

  private Message message(SearchHit hit) throws StorageException {
    return message(hit.message(), hit.text());
  }

  private Message message(MessageRef ref) throws StorageException {
    return message(ref, ref.removed() ? "" : text(ref.seq()));
  }

  private Message message(MessageRef ref, String text) throws StorageException {
    OutboxItem item = ref.id() == null ? null : outbox.item(ref.id());
    boolean ours = ref.direction() == Direction.SENT;
    Fate fate = fate(ref, ours ? item : null);
    return new Message(
        ref.seq(),
        ref.peer(),
        ours,
        ref.time(),
        ref.id(),
        fate == Fate.REMOVED ? "" : text,
        fate,
        failure(ref, fate, item),
        item != null && fate == Fate.WAITING ? item.next() : null);
  }

  private Fate fate(MessageRef ref, @Nullable OutboxItem item) {
    if (ref.removed()) {
      return Fate.REMOVED;
    }
    if (ref.direction() == Direction.RECEIVED) {
      return Fate.RECEIVED;
    }
    if (item != null) {
      return Messages.fate(item, outbox.isSending(item.id()));
    }
    // Asked again: it left the outbox with its ack, which may have come after the index was read.
    MessageRef now = index.message(ref.seq());
    return now != null && now.fate() == org.parley.journal.search.Fate.DELIVERED
        ? Fate.DELIVERED
        : Fate.FAILED;
  }

  private @Nullable Failure failure(MessageRef ref, Fate fate, @Nullable OutboxItem item)
      throws StorageException {
    if (fate != Fate.FAILED && fate != Fate.WAITING) {
      return null;
    }
    if (item != null) {
      return item.failure();
    }
    return ref.refusal() == null
        ? unanswered(ref.id())
        : Failure.of(
            switch (ref.refusal()) {
              case DAMAGED -> FailureKind.DAMAGED;
              case STORAGE -> FailureKind.PEER_STORAGE;
              case REFUSED -> FailureKind.REFUSED_BY_PEER;
              case PROTOCOL -> FailureKind.PROTOCOL_FAULT;
            });
  }

  private Failure unanswered(@Nullable String id) throws StorageException {
    Failure known = id == null ? null : manual.find(id);
    return known == null ? Failure.of(FailureKind.INTERRUPTED) : known;
  }

  /**
   * What lies in the outbox and had no row, in order. To be asked for before the index is: what
   * gets its row, or is delivered, in between is found there, and {@link #withoutRow} tells.
   */
  private List<Message> pending() throws StorageException {
    return pending(outbox.all());
  }

  /**
   * Of that conversation, by time, those that fit. Which texts to read is decided before one is
   * read: a thousand may wait where fifty are shown.
   */
  private List<OutboxItem> pendingItems(String peer, Predicate<OutboxItem> fits) {
    return outbox.all().stream()
        .filter(i -> !i.recorded() && i.peer().toString().equals(peer) && fits.test(i))
        .sorted(Comparator.comparing(OutboxItem::created))
        .toList();
  }

  private List<Message> pending(List<OutboxItem> items) throws StorageException {
    List<Message> found = new ArrayList<>();
    for (OutboxItem item : items) {
      String text = item.recorded() ? null : outbox.text(item.id());
      if (text != null) {
        found.add(Messages.of(item, text, outbox.isSending(item.id()), null));
      }
    }
    return found;
  }

  private List<Message> withoutRow(List<Message> pending) {
    return pending.stream()
        .filter(m -> m.id() == null || index.sent(m.peer(), m.id()) == null)
        .toList();
  }

  /** A row that is damaged has no text to show; the findings say so, and the list goes on. */
  private String text(long seq) throws StorageException {
    try {
      StoredEntry stored = journal.entry(seq);
      Entry entry = stored.entry();
      return entry == null || entry.text() == null ? "" : entry.text();
    } catch (JournalException e) {
      throw new StorageException(e);
    }
  }
}
