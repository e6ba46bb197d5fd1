package org.parley.ui.workplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.parley.journal.Progress;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Cleared;
import org.parley.messaging.Conversation;
import org.parley.messaging.Failure;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.messaging.MessagingListener;
import org.parley.messaging.PeerNote;
import org.parley.messaging.RemovedRun;
import org.parley.name.PeerName;
import org.parley.ui.common.Subscription;

/** Talking in memory. Messages that are sent wait until the test says what becomes of them. */
public final class FakeTalk implements Talk {
  /** A line for another person is drawn once this is open. */
  public volatile CountDownLatch mayDrawLines = new CountDownLatch(0);

  /** Whether one is being drawn, or was. */
  public volatile boolean drawsLine;

  private final Map<String, List<Message>> messages = new HashMap<>();
  private final Map<String, Integer> unread = new HashMap<>();
  private final Map<String, String> drafts = new HashMap<>();
  private final Map<PeerName, Reached> reached = new HashMap<>();
  private final List<MessagingListener> listeners = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, PeerNote> notes = new ConcurrentHashMap<>();
  private long seq;

  /** How often it was asked when a contact was reached. */
  public final AtomicInteger reachedAsked = new AtomicInteger();

  /** What the next check says; empty: all well. */
  public volatile Optional<Failure> checkAnswer = Optional.empty();

  /** A check waits for this, or for its cancellation. */
  public volatile CountDownLatch checkGate = new CountDownLatch(0);

  /** What the next message to an address comes to. */
  public volatile ManualOutcome manualAnswer = new ManualOutcome(null, null, false, null);

  /** Why the next message is not taken; null if it is. */
  public volatile TalkException refusal;

  /** The time that the next sent message bears. */
  public volatile Instant now = Instant.parse("2026-07-01T12:00:00Z");

  /** What was asked, as words. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Puts a message into the history without telling anybody. */
  public synchronized Message put(
      String peer, boolean outgoing, Instant time, String text, Fate fate, Failure failure) {
    Message message =
        new Message(seq, peer, outgoing, time, "id-" + seq++, text, fate, failure, null);
    messages.computeIfAbsent(peer, p -> new ArrayList<>()).add(message);
    return message;
  }

  /** How many messages of a peer count as unread. */
  public synchronized void unread(String peer, int count) {
    unread.put(peer, count);
  }

  /** What stands in the composer from before. */
  public synchronized void draftOf(String peer, String text) {
    drafts.put(peer, text);
  }

  /** The draft that was saved last. */
  public synchronized String savedDraft(String peer) {
    return drafts.getOrDefault(peer, "");
  }

  /** When a contact was reached. */
  public synchronized void reachedAt(PeerName name, Reached at) {
    reached.put(name, at);
  }

  /** A message arrives: it is stored, then told. */
  public void arrive(String peer, Instant time, String text) {
    Message message = put(peer, false, time, text, Fate.RECEIVED, null);
    synchronized (this) {
      unread.merge(peer, 1, Integer::sum);
    }
    listeners.forEach(l -> l.messageChanged(message));
  }

  /** A message of ours becomes another state: it is stored, then told. */
  public void becomes(String id, Fate fate, Failure failure, Instant nextTry) {
    Message changed;
    synchronized (this) {
      changed =
          change(
              id,
              m ->
                  new Message(
                      m.seq(),
                      m.peer(),
                      m.outgoing(),
                      m.time(),
                      m.id(),
                      m.text(),
                      fate,
                      failure,
                      nextTry));
    }
    listeners.forEach(l -> l.messageChanged(changed));
  }

  private Message change(String id, UnaryOperator<Message> change) {
    for (List<Message> list : messages.values()) {
      for (int i = 0; i < list.size(); i++) {
        if (id.equals(list.get(i).id())) {
          list.set(i, change.apply(list.get(i)));
          return list.get(i);
        }
      }
    }
    throw new IllegalArgumentException("no message " + id);
  }

  /** Tells the listeners something else. */
  public void tell(java.util.function.Consumer<MessagingListener> news) {
    listeners.forEach(news);
  }

  /** The messages of a conversation. */
  public synchronized List<Message> all(String peer) {
    return List.copyOf(messages.getOrDefault(peer, List.of()));
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public void whenReady(Runnable ready) {
    ready.run();
  }

  @Override
  public synchronized List<Conversation> conversations() {
    return messages.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(
            e ->
                new Conversation(
                    e.getKey(),
                    e.getValue().get(e.getValue().size() - 1),
                    unread.getOrDefault(e.getKey(), 0)))
        .sorted(Comparator.comparing((Conversation c) -> c.last().time()).reversed())
        .toList();
  }

  @Override
  public synchronized List<Message> page(String peer, Message before, int limit) {
    calls.add("page " + peer + " " + (before == null ? "newest" : before.id()));
    List<Message> all = messages.getOrDefault(peer, List.of());
    int end = all.size();
    if (before != null) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).id().equals(before.id())) {
          end = i;
        }
      }
    }
    return List.copyOf(all.subList(Math.max(0, end - limit), end));
  }

  @Override
  public synchronized List<Message> newer(String peer, Message after, int limit) {
    List<Message> all = messages.getOrDefault(peer, List.of());
    int from = all.indexOf(after) + 1;
    return List.copyOf(all.subList(from, Math.min(all.size(), from + limit)));
  }

  @Override
  public synchronized RemovedRun removedBefore(String peer, Message message) {
    return removed(peer, message, -1);
  }

  @Override
  public synchronized RemovedRun removedAfter(String peer, Message message) {
    return removed(peer, message, 1);
  }

  private RemovedRun removed(String peer, Message message, int step) {
    List<Message> all = messages.getOrDefault(peer, List.of());
    int from = all.indexOf(message) + step;
    int at = from;
    while (at >= 0 && at < all.size() && all.get(at).fate() == Fate.REMOVED) {
      at += step;
    }
    return at == from
        ? new RemovedRun(0, null)
        : new RemovedRun(Math.abs(at - from), all.get(at - step));
  }

  @Override
  public synchronized Optional<Message> firstUnread(String peer) {
    List<Message> received =
        messages.getOrDefault(peer, List.of()).stream().filter(m -> !m.outgoing()).toList();
    int count = unread.getOrDefault(peer, 0);
    return count == 0
        ? Optional.empty()
        : Optional.of(received.get(Math.max(0, received.size() - count)));
  }

  @Override
  public synchronized List<Message> find(String peer, String text, int limit, Cancellation cancel) {
    List<Message> found =
        new ArrayList<>(
            messages.getOrDefault(peer, List.of()).stream()
                .filter(m -> m.text().contains(text))
                .toList());
    java.util.Collections.reverse(found);
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  @Override
  public Optional<String> seenElsewhere(PeerName contact) {
    return Optional.empty();
  }

  @Override
  public synchronized void markRead(String peer) {
    calls.add("read " + peer);
    unread.put(peer, 0);
  }

  @Override
  public synchronized String draft(String peer) {
    return drafts.getOrDefault(peer, "");
  }

  @Override
  public synchronized void saveDraft(String peer, String text) {
    drafts.put(peer, text);
  }

  @Override
  public String send(PeerName to, String text) throws TalkException {
    TalkException no = refusal;
    if (no != null) {
      throw no;
    }
    Message message = put(to.toString(), true, now, text, Fate.WAITING, null);
    calls.add("send " + to + " " + text);
    listeners.forEach(l -> l.messageChanged(message));
    return message.id();
  }

  @Override
  public void deliver(PeerName to, Cancellation cancel) {
    calls.add("deliver " + to);
  }

  @Override
  public void retry(String id) {
    calls.add("retry " + id);
    becomes(id, Fate.SENDING, null, null);
  }

  @Override
  public void cancel(String id) {
    calls.add("cancel " + id);
    becomes(id, Fate.CANCELLED, null, null);
  }

  @Override
  public synchronized int waitingFor(PeerName contact) {
    return (int)
        messages.getOrDefault(contact.toString(), List.of()).stream()
            .filter(m -> m.fate() == Fate.WAITING)
            .count();
  }

  @Override
  public void remove(Message message) {
    calls.add("remove " + message.id());
  }

  @Override
  public Cleared clear(String peer, Progress progress) {
    calls.add("clear " + peer);
    return new Cleared(0, 0, 0, true);
  }

  @Override
  public void withdrawAll(PeerName contact) {
    calls.add("withdraw " + contact);
  }

  @Override
  public Optional<Failure> check(PeerName contact, Cancellation cancel) {
    calls.add("check " + contact);
    CountDownLatch gate = checkGate;
    cancel.onCancel(gate::countDown);
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return checkAnswer;
  }

  @Override
  public ManualOutcome sendTo(
      String host, int port, char[] password, String text, Cancellation cancel) {
    calls.add("sendTo " + host + " " + port + " " + new String(password) + " " + text);
    return manualAnswer;
  }

  @Override
  public synchronized Optional<Reached> reached(PeerName contact) {
    reachedAsked.incrementAndGet();
    return Optional.ofNullable(reached.get(contact));
  }

  @Override
  public Notes notes() {
    return new Notes() {
      @Override
      public PeerNote of(String peer) {
        return notes.getOrDefault(peer, PeerNote.NONE);
      }

      @Override
      public void change(String peer, UnaryOperator<PeerNote> change) {
        notes.put(peer, change.apply(of(peer)));
        tell(l -> l.noteChanged(peer));
      }

      @Override
      public void block(PeerName contact, boolean blocked) {
        change(contact.toString(), note -> note.withBlocked(blocked));
      }

      @Override
      public void part(PeerName name) {
        drawsLine = true;
        try {
          mayDrawLines.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        change(name.toString(), note -> note.parted(now));
      }
    };
  }

  @Override
  public Subscription listen(MessagingListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
