package org.parley.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.directory.Endpoint;
import org.parley.directory.Host;
import org.parley.journal.Progress;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Cleared;
import org.parley.messaging.ContactStatus;
import org.parley.messaging.Conversation;
import org.parley.messaging.Drafts;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.HistoryPage;
import org.parley.messaging.HistoryQuery;
import org.parley.messaging.HistorySearch;
import org.parley.messaging.ManualResult;
import org.parley.messaging.Message;
import org.parley.messaging.MessageHistory;
import org.parley.messaging.MessageRefusedException;
import org.parley.messaging.MessagingListener;
import org.parley.messaging.Messenger;
import org.parley.messaging.RemovalException;
import org.parley.messaging.Removals;
import org.parley.messaging.RemovedRun;
import org.parley.messaging.StorageException;
import org.parley.name.PeerName;
import org.parley.ui.common.Subscription;
import org.parley.ui.workplace.ManualOutcome;
import org.parley.ui.workplace.Notes;
import org.parley.ui.workplace.Reached;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.TalkException;
import org.parley.ui.workplace.TalkException.Problem;

/** Messaging under the window's roof; adds nothing but the shape. */
final class MessengerTalk implements Talk {
  private final Messenger messenger;
  private final MessengerNotes notes;
  private final MessageHistory history;
  private final Drafts drafts;
  private final Removals removals;
  private final Readiness readiness;
  private final Consumer<Failure> failures;

  /**
   * {@code failures} hears of failures that no message tells: of checks and of the manual option.
   */
  MessengerTalk(
      Messenger messenger,
      MessageHistory history,
      Drafts drafts,
      Removals removals,
      Readiness readiness,
      Consumer<Failure> failures) {
    this.messenger = messenger;
    this.notes = new MessengerNotes(messenger);
    this.history = history;
    this.drafts = drafts;
    this.removals = removals;
    this.readiness = readiness;
    this.failures = failures;
  }

  @Override
  public boolean ready() {
    return readiness.reached();
  }

  @Override
  public void whenReady(Runnable ready) {
    readiness.whenReached(ready);
  }

  @Override
  public List<Conversation> conversations() throws TalkException {
    try {
      return history.conversations();
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public List<Message> page(String peer, @Nullable Message before, int limit) throws TalkException {
    try {
      return history.page(peer, before, limit);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public List<Message> newer(String peer, Message after, int limit) throws TalkException {
    try {
      return history.newer(peer, after, limit);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public RemovedRun removedBefore(String peer, Message message) {
    return history.removedBefore(peer, message);
  }

  @Override
  public RemovedRun removedAfter(String peer, Message message) {
    return history.removedAfter(peer, message);
  }

  @Override
  public Optional<Message> firstUnread(String peer) throws TalkException {
    try {
      return Optional.ofNullable(history.firstUnread(peer));
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public List<Message> find(String peer, String text, int limit, Cancellation cancel)
      throws TalkException {
    try {
      HistorySearch search = history.search(new HistoryQuery(peer, text, null, null, null, null));
      List<Message> found = new ArrayList<>();
      try (Cancellation.Registration ends = cancel.onCancel(search::cancel)) {
        HistoryPage page;
        do {
          page = search.next(limit - found.size());
          page.hits().forEach(hit -> found.add(hit.message()));
        } while (page.more() && found.size() < limit && !cancel.isCancelled());
      }
      return found;
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public void markRead(String peer) throws TalkException {
    try {
      history.markRead(peer);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public String draft(String peer) throws TalkException {
    try {
      return drafts.draft(peer);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public void saveDraft(String peer, String text) throws TalkException {
    try {
      drafts.save(peer, text);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public String send(PeerName to, String text) throws TalkException {
    try {
      return messenger.send(to, text, true);
    } catch (MessageRefusedException e) {
      throw refused(e);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public void deliver(PeerName to, Cancellation cancel) {
    messenger.deliver(to, cancel);
  }

  @Override
  public void retry(String id) throws TalkException {
    try {
      messenger.retry(id);
    } catch (MessageRefusedException e) {
      throw refused(e);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public void cancel(String id) throws TalkException {
    try {
      messenger.cancel(id);
    } catch (MessageRefusedException e) {
      throw refused(e);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public void remove(Message message) throws TalkException {
    try {
      if (message.seq() != null) {
        removals.remove(List.of(message.seq()));
      } else if (message.id() == null || !removals.discard(message.id())) {
        throw new TalkException(Problem.STILL_WAITING, null, null);
      }
    } catch (RemovalException e) {
      throw new TalkException(
          switch (e.kind()) {
            case WAITING -> Problem.STILL_WAITING;
            case DAMAGED -> Problem.DAMAGED_ROW;
            case NO_ROW, NO_MESSAGE, REMOVED -> Problem.NOTHING_TO_REMOVE;
          },
          null,
          e);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public Cleared clear(String peer, Progress progress) throws TalkException {
    try {
      return removals.clear(peer, progress);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public int waitingFor(PeerName contact) {
    return messenger.waitingFor(contact);
  }

  @Override
  public void withdrawAll(PeerName contact) throws TalkException {
    try {
      messenger.withdrawAll(contact);
    } catch (StorageException e) {
      throw storage(e);
    }
  }

  @Override
  public Optional<Failure> check(PeerName contact, Cancellation cancel) {
    return told(messenger.check(contact, cancel));
  }

  @Override
  public ManualOutcome sendTo(
      String host, int port, char[] password, String text, Cancellation cancel)
      throws TalkException {
    Host where = Host.parse(host);
    if (where == null) {
      return new ManualOutcome(null, null, false, Failure.of(FailureKind.UNKNOWN_HOST));
    }
    try {
      ManualResult result = messenger.sendTo(new Endpoint(where, port), password, text, cancel);
      return new ManualOutcome(
          result.peer(), result.name(), result.contact(), told(result.failure()).orElse(null));
    } catch (MessageRefusedException e) {
      throw refused(e);
    }
  }

  private Optional<Failure> told(@Nullable Failure failure) {
    if (failure != null) {
      failures.accept(failure);
    }
    return Optional.ofNullable(failure);
  }

  @Override
  public Optional<Reached> reached(PeerName contact) {
    ContactStatus status = messenger.status(contact);
    if (status.lastReached() == null || status.lastAddress() == null) {
      return Optional.empty();
    }
    // Where we dialled there is a port; a host alone is where they came from.
    boolean inbound = Endpoint.parse(status.lastAddress()) == null;
    return Optional.of(new Reached(status.lastReached(), status.lastAddress(), inbound));
  }

  @Override
  public Optional<String> seenElsewhere(PeerName contact) {
    return Optional.ofNullable(messenger.seenElsewhere(contact));
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  public Subscription listen(MessagingListener listener) {
    messenger.addListener(listener);
    return () -> messenger.removeListener(listener);
  }

  static TalkException storage(StorageException e) {
    return new TalkException(Problem.STORAGE, e.reason(), e);
  }

  private static TalkException refused(MessageRefusedException e) {
    return new TalkException(Problem.valueOf(e.kind().name()), null, e);
  }
}
