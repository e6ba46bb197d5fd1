package org.parley.messaging;

import java.net.InetAddress;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.directory.Contact;
import org.parley.directory.Directory;
import org.parley.directory.Endpoint;
import org.parley.name.PeerName;
import org.parley.network.ListenException;
import org.parley.network.Listener;
import org.parley.wire.Limits;

/**
 * Talking: sends, receives, and works off what waits.
 *
 * <p>Any thread may call it but the event thread: most methods wait for the disk or a peer. Those
 * that may be called on the event thread say so.
 */
public final class Messenger implements AutoCloseable {
  /** How many deliveries users run at once; what is more waits in the outbox for the pump. */
  static final int USER_DELIVERIES = 4;

  private final MessengerParts parts;
  private final Semaphore userDeliveries = new Semaphore(USER_DELIVERIES);
  private final Map<PeerName, Reach> reached = new ConcurrentHashMap<>();
  private final Deliverer deliverer;
  private final Pump pump;
  private final Arrivals arrivals;
  private final ManualSender manual;
  private final Checker checker;
  private final ArrivedMessages arrived;
  private final UserWork users = new UserWork();
  private volatile @Nullable Listener listener;

  private record Reach(Instant at, String address) {}

  /**
   * Wires the parts, and begins to derive the contacts' secrets; nothing else runs yet. To be made
   * after the index of messages, so that who hears of a message finds it there.
   */
  public Messenger(MessengerParts parts) {
    this.parts = parts;
    this.deliverer = parts.deliverer(this::reached);
    this.pump = parts.pump(deliverer);
    this.arrivals = parts.arrivals(this::appeared);
    this.manual = parts.manualSender();
    this.checker = parts.checker(this::appeared);
    this.arrived = new ArrivedMessages(parts.events());
    parts.journal().addListener(arrived);
    parts.secrets().use(parts.secrets().directory());
  }

  private Instant now() {
    return Instant.ofEpochMilli(parts.clocks().now().wallMillis());
  }

  private void reached(PeerName name, String address) {
    Instant at = now();
    reached.put(name, new Reach(at, address));
    parts.events().contactReached(name, address, at);
  }

  /** Who shows itself gets at once what waited for it to be there. */
  private void appeared(PeerName name, String address) {
    reached(name, address);
    pump.appeared(name);
  }

  /**
   * Accepts connections there from now on, and no longer elsewhere; what stands ends.
   *
   * @param port 0 for any free one
   * @throws ListenException where the port cannot be had; what was listened on before still is
   */
  public synchronized void listen(InetAddress at, int port) throws ListenException {
    Listener before = listener;
    if (before == null || before.port() != port) {
      Listener next = Listener.open(at, port, parts.clocks(), arrivals);
      stopListening();
      listener = next;
      return;
    }
    // The same port at another address: one of the two must go first.
    InetAddress old = before.address();
    stopListening();
    try {
      listener = Listener.open(at, port, parts.clocks(), arrivals);
    } catch (ListenException e) {
      listener = Listener.open(old, port, parts.clocks(), arrivals);
      throw e;
    }
  }

  /** Accepts no more, and ends what stands: who was not acknowledged sends again later. */
  public synchronized void stopListening() {
    if (listener != null) {
      listener.close();
      listener = null;
    }
  }

  /** Accepts no more, and lets what stands come to its end, which its deadlines see to. */
  public void finishListening() {
    Listener finishing;
    synchronized (this) {
      finishing = listener;
    }
    if (finishing != null) {
      finishing.finish();
      stopListening();
    }
  }

  /** Whether connections are accepted. Any thread. */
  public boolean listening() {
    Listener now = listener;
    return now != null && now.accepting();
  }

  /** The port, 0 where not listening. Any thread. */
  public int port() {
    Listener now = listener;
    return now == null ? 0 : now.port();
  }

  /** Waits until the secrets of all contacts are derived. */
  public void awaitSecrets() throws InterruptedException {
    parts.secrets().awaitSettled();
  }

  /** Begins to work off, in the background, what waits. */
  public void startDelivering() {
    pump.start();
  }

  /**
   * Keeps a message for a contact; on the disk when this returns. It is sent by {@link #deliver},
   * or by the background where that runs.
   *
   * @param keepTrying whether it is tried again by itself; else the first failure is final
   * @return the message's id
   */
  public String send(PeerName to, String text, boolean keepTrying)
      throws MessageRefusedException, StorageException {
    check(text);
    if (parts.secrets().directory().find(to) == null) {
      throw new MessageRefusedException(MessageRefusedException.Kind.UNKNOWN_CONTACT);
    }
    OutboxItem item = parts.outbox().add(to, text, keepTrying, now());
    parts.events().messageChanged(Messages.of(item, text, false, null));
    return item.id();
  }

  private static void check(String text) throws MessageRefusedException {
    if (text.isEmpty()) {
      throw new MessageRefusedException(MessageRefusedException.Kind.EMPTY);
    }
    if (text.length() > Limits.TEXT) {
      throw new MessageRefusedException(MessageRefusedException.Kind.TOO_LONG);
    }
    try {
      if (StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining()
          > Limits.TEXT) {
        throw new MessageRefusedException(MessageRefusedException.Kind.TOO_LONG);
      }
    } catch (CharacterCodingException e) {
      throw new MessageRefusedException(MessageRefusedException.Kind.NOT_TEXT);
    }
  }

  /**
   * Sends what waits for a contact, in order, on this thread, until nothing does or a try fails.
   * Where {@link #USER_DELIVERIES} others are at it already, the rest is left to the background.
   */
  public Delivery deliver(PeerName to, Cancellation cancel) {
    if (!userDeliveries.tryAcquire()) {
      pump.tryNow(to);
      return new Delivery(0, null);
    }
    try (UserWork.Task task = users.begin(cancel)) {
      return deliverer.deliver(to, cancel);
    } finally {
      userDeliveries.release();
    }
  }

  /** Connects and authenticates both ways, and sends nothing; null where that went well. */
  public @Nullable Failure check(PeerName contact, Cancellation cancel) {
    Contact known = parts.secrets().directory().find(contact);
    if (known == null) {
      return Failure.of(FailureKind.UNKNOWN_CONTACT);
    }
    try (UserWork.Task task = users.begin(cancel)) {
      return checker.check(known, cancel);
    }
  }

  /**
   * The manual option: one message to whoever answers there and has the password.
   *
   * @param password 1 character or more; stays the caller's to wipe
   */
  public ManualResult sendTo(Endpoint at, char[] password, String text, Cancellation cancel)
      throws MessageRefusedException {
    check(text);
    try (UserWork.Task task = users.begin(cancel)) {
      return manual.send(at, password, text, cancel);
    }
  }

  /**
   * How long a message is tried, from when it was written or last tried anew, until it is given up:
   * it has failed then, and can be tried anew. Holds from the next failed try of each on. Any
   * thread.
   *
   * @param longest null for ever, as at the start
   */
  public void giveUpAfter(@Nullable Duration longest) {
    parts.patience().set(longest);
  }

  /** Has a waiting or failed message tried at once, and from then on until it is delivered. */
  public void retry(String id) throws MessageRefusedException, StorageException {
    pump.tryNow(update(id, item -> item.retried(now())).peer());
  }

  /** Withdraws a waiting or failed message; a try that went before may have reached the peer. */
  public void cancel(String id) throws MessageRefusedException, StorageException {
    update(id, OutboxItem::cancelled);
  }

  /** Withdraws all that waits for a contact, but for what is being sent: its end decides. */
  public void withdrawAll(PeerName contact) throws StorageException {
    for (OutboxItem waiting : parts.outbox().waitingFor(contact)) {
      OutboxItem item = parts.outbox().take(waiting.id());
      if (item != null) {
        update(item, OutboxItem::cancelled);
      }
    }
  }

  /** While it is changed nobody tries it, and while it is tried nobody changes it. */
  private OutboxItem update(String id, UnaryOperator<OutboxItem> change)
      throws MessageRefusedException, StorageException {
    OutboxItem item = parts.outbox().take(id);
    OutboxItem now = item == null ? null : update(item, change);
    if (now == null) {
      throw new MessageRefusedException(MessageRefusedException.Kind.TOO_LATE);
    }
    return now;
  }

  /** Changes one that was taken; null where it was delivered. */
  private @Nullable OutboxItem update(OutboxItem item, UnaryOperator<OutboxItem> change)
      throws StorageException {
    try {
      String text = parts.outbox().text(item.id());
      if (text == null) {
        return null;
      }
      OutboxItem now = change.apply(item);
      parts.outbox().update(now, text);
      parts.events().messageChanged(Messages.of(now, text, false, null));
      return now;
    } finally {
      parts.outbox().release(item.id());
    }
  }

  /**
   * Where a contact last came from, where that is not its entry's address and the owner did not say
   * to ignore it; else null. May ask the name service.
   */
  public @Nullable String seenElsewhere(PeerName contact) {
    Contact known = parts.secrets().directory().find(contact);
    String seen =
        known == null ? null : Whereabouts.elsewhere(known, status(contact).lastAddress());
    return seen == null || seen.equals(note(contact.toString()).ignoredAddress()) ? null : seen;
  }

  /** What the owner keeps about a conversation. Any thread. */
  public PeerNote note(String peer) {
    return parts.notes().of(peer);
  }

  /** Changes that; on the disk when this returns. */
  public void changeNote(String peer, UnaryOperator<PeerNote> change) throws StorageException {
    parts.notes().change(peer, change);
  }

  /**
   * Answers a contact as an unknown name from now on, and withdraws what waits for it; or ends
   * that.
   */
  public void block(PeerName contact, boolean blocked) throws StorageException {
    changeNote(contact.toString(), note -> note.withBlocked(blocked));
    if (blocked) {
      withdrawAll(contact);
    }
  }

  /** From now on another person bears that name. */
  public void part(PeerName name) throws StorageException {
    changeNote(name.toString(), note -> note.parted(now()));
  }

  /** A message of ours that is not delivered, with what is known; null where it was delivered. */
  public @Nullable Message undelivered(String id) throws StorageException {
    OutboxItem item = parts.outbox().item(id);
    String text = item == null ? null : parts.outbox().text(id);
    return item == null || text == null
        ? null
        : Messages.of(item, text, parts.outbox().isSending(id), null);
  }

  /** How many messages wait. Any thread. */
  public int waiting() {
    return parts.outbox().waiting();
  }

  /** How many messages wait for a contact. Any thread. */
  public int waitingFor(PeerName peer) {
    return parts.outbox().waitingFor(peer).size();
  }

  /** What is known of a contact since the start. Any thread. */
  public ContactStatus status(PeerName contact) {
    Reach reach = reached.get(contact);
    return new ContactStatus(
        parts.secrets().isReady(contact),
        reach == null ? null : reach.at(),
        reach == null ? null : reach.address());
  }

  /** Takes another directory from now on; secrets are derived in the background. Any thread. */
  public void directoryChanged(Directory now) {
    parts.secrets().use(now);
  }

  /** Adds a listener. Any thread. */
  public void addListener(MessagingListener listener) {
    parts.events().add(listener);
  }

  /** Removes it; news under way may still reach it. Any thread. */
  public void removeListener(MessagingListener listener) {
    parts.events().remove(listener);
  }

  /**
   * Stops listening, ends what users and the background are trying, lets that be noted, and wipes
   * the secrets.
   */
  @Override
  public void close() {
    users.cancelAll();
    stopListening();
    pump.close();
    users.close();
    parts.journal().removeListener(arrived);
    parts.close();
  }
}
