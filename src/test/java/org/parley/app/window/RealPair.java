package org.parley.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.app.profile.Profile;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.directory.ContactForm;
import org.parley.directory.Password;
import org.parley.directory.PasswordGenerator;
import org.parley.journal.Batch;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Outcomes;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.messaging.MessagingListener;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;
import org.parley.ui.workplace.Workplace;
import org.parley.vault.Purpose;

/**
 * Alice and Bob, each the other's contact: real vaults, journals and sockets on loopback, in a
 * temporary folder that goes at the end. Opening costs about two seconds, so share it in a class
 * where its tests allow that. Nothing here is for the event thread.
 */
public final class RealPair implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;
  private static final int ROWS_AT_ONCE = 1000;

  /** What opens both vaults. */
  public static final String STARTUP_PASSWORD = "start-up";

  private final DemoFolder folder;
  private final RealPerson alice;
  private final RealPerson bob;

  private RealPair(DemoFolder folder) {
    this.folder = folder;
    alice = new RealPerson(folder.path(), "alice");
    bob = new RealPerson(folder.path(), "bob");
  }

  /** Both, listening and ready to talk. */
  public static RealPair open() throws Exception {
    RealPair pair = new RealPair(DemoFolder.make());
    boolean whole = false;
    try {
      pair.alice.create();
      pair.bob.create();
      try (Password shared = new PasswordGenerator(RandomSource.secure()).next()) {
        DemoPair.introduce(pair.alice.profile(), pair.bob.profile(), shared);
      }
      pair.alice.begin();
      pair.bob.begin();
      pair.alice.profile().messenger().awaitSecrets();
      pair.bob.profile().messenger().awaitSecrets();
      whole = true;
      return pair;
    } finally {
      if (!whole) {
        pair.close();
      }
    }
  }

  /** What Alice's window works with; another one after each restart. */
  public Workplace alice() {
    return alice.workplace();
  }

  /** What Bob's window works with; none while he is away. */
  public Workplace bob() {
    return bob.workplace();
  }

  /** What lies under Alice's window, for what a window cannot do. */
  public Profile aliceProfile() {
    return alice.profile();
  }

  /** What lies under Bob's window. */
  public Profile bobProfile() {
    return bob.profile();
  }

  /** A name that is one. */
  public static PeerName name(String text) {
    try {
      return PeerName.of(text);
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Adds somebody to a directory, as its owner would. */
  public static void know(Workplace who, String contact, String host, int port, String password)
      throws Exception {
    who.addressBook()
        .change(
            now ->
                now.add(
                    new ContactForm(
                        contact,
                        host,
                        Integer.toString(port),
                        Password.of(password.toCharArray()))));
  }

  /**
   * Puts rows of received messages into a journal, as if they had come: for a long history, and for
   * peers that are not here.
   *
   * @param between the time between two of them; the last is as old as that
   */
  public static void received(Profile by, String peer, List<String> texts, Duration between)
      throws Exception {
    Instant time = Instant.now().minus(between.multipliedBy(texts.size()));
    List<Entry> rows = new ArrayList<>();
    for (String text : texts) {
      time = time.plus(between);
      String id = UUID.randomUUID().toString();
      rows.add(
          new Entry(
              time,
              Direction.RECEIVED,
              peer,
              "192.0.2.7",
              null,
              Entry.TEXT,
              id,
              null,
              Outcomes.OK,
              null,
              null,
              null,
              text,
              null));
    }
    for (int i = 0; i < rows.size(); i += ROWS_AT_ONCE) {
      List<Entry> some = rows.subList(i, Math.min(rows.size(), i + ROWS_AT_ONCE));
      by.journal().commit(Batch.of(Durability.ASYNC, some)).get();
    }
  }

  /** Says something and returns once the other side has stored it. */
  public static void say(Workplace from, String to, String text) throws Exception {
    CompletableFuture<String> delivered = new CompletableFuture<>();
    MessagingListener listener =
        new MessagingListener() {
          @Override
          public void messageChanged(Message message) {
            if (message.fate() == Fate.DELIVERED && message.text().equals(text)) {
              delivered.complete(message.text());
            }
          }
        };
    try (var listening = from.talk().listen(listener)) {
      from.talk().send(name(to), text);
      from.talk().deliver(name(to), new Cancellation());
      delivered.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Bob's Parley ends; nothing listens on his port then. */
  public void bobLeaves() {
    bob.close();
  }

  /** Bob is back, on the same port. */
  public void bobReturns() throws Exception {
    bob.reopen();
  }

  /** Alice's Parley ends and starts again, from what lies on the disk. */
  public Workplace aliceRestarts() throws Exception {
    alice.close();
    alice.reopen();
    return alice.workplace();
  }

  /** What somebody does to Alice's folder while her Parley does not run. */
  @FunctionalInterface
  public interface Meddling {
    /** Does it; {@code database} is closed afterwards. */
    void with(Path folder, Connection database) throws Exception;
  }

  /** As {@link #aliceRestarts()}, with somebody at her folder in between. */
  public Workplace aliceRestarts(Meddling meddling) throws Exception {
    String password;
    try (SecretBytes key = alice.profile().vault().key(Purpose.DATABASE)) {
      password = HexFormat.of().formatHex(key.expose());
    }
    alice.close();
    Path own = folder.path().resolve("alice");
    String url = "jdbc:h2:" + own.resolve("journal").toAbsolutePath() + ";CIPHER=AES";
    try (Connection database =
        DriverManager.getConnection(url, "parley", password + " " + password)) {
      meddling.with(own, database);
    }
    alice.reopen();
    return alice.workplace();
  }

  /** Where both profiles lie, each in a folder of its name. */
  public Path folder() {
    return folder.path();
  }

  @Override
  public void close() throws IOException {
    alice.close();
    bob.close();
    folder.close();
  }
}
