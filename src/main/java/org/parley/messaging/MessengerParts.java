package org.parley.messaging;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.parley.crypto.RandomSource;
import org.parley.directory.Directory;
import org.parley.journal.Journal;
import org.parley.name.PeerName;
import org.parley.network.Clocks;
import org.parley.network.Dialer;
import org.parley.settings.ContactSecrets;
import org.parley.settings.SealedState;

/**
 * What a {@link Messenger} is made of: shared by its parts and by {@link MessageHistory}. The
 * journal and the sealed state stay the caller's to close, after this.
 */
public final class MessengerParts implements AutoCloseable {
  private final PeerName self;
  private final Journal journal;
  private final Clocks clocks;
  private final ReadyKeyPairs random;
  private final Events events = new Events();
  private final RetryPauses pauses =
      new RetryPauses(() -> ThreadLocalRandom.current().nextDouble());
  private final Patience patience = new Patience();
  private final ManualFailures manualFailures;
  private final Ledger ledger;
  private final Outbox outbox;
  private final PeerNotes notes;
  private final SecretKeeper secrets;
  private final Dialer dialer;
  private final int damagedRows;

  /**
   * Reads the outbox.
   *
   * @throws IOException where it cannot be read
   */
  public MessengerParts(
      PeerName self, Directory directory, Journal journal, SealedState state, Clocks clocks)
      throws IOException, StorageException {
    this.self = self;
    this.journal = journal;
    this.clocks = clocks;
    this.ledger = new Ledger(journal);
    this.outbox = new Outbox(state, ledger);
    this.manualFailures = new ManualFailures(state);
    this.damagedRows = outbox.load();
    this.notes = new PeerNotes(state, ledger, events);
    this.dialer = new Dialer(clocks);
    this.secrets = new SecretKeeper(self, new ContactSecrets(state), ledger, events, directory);
    // Last: what it makes is wiped only by an end, which parts that were never made do not have.
    this.random = new ReadyKeyPairs(RandomSource.secure());
  }

  /** Rows of the outbox, notes and settings that cannot be read; they stay where they are. */
  public int damagedRows() {
    return damagedRows + notes.unreadable();
  }

  Deliverer deliverer(Deliverer.Reached reached) {
    return new Deliverer(
        self, outbox, ledger, secrets, dialer, clocks, random, pauses, patience, events, reached);
  }

  Pump pump(Deliverer deliverer) {
    return new Pump(outbox, deliverer, clocks, pauses);
  }

  Arrivals arrivals(Deliverer.Reached reached) {
    return new Arrivals(
        self, new Inbox(journal), ledger, secrets, notes, clocks, random, events, reached);
  }

  ManualSender manualSender() {
    return new ManualSender(self, ledger, secrets, dialer, random, events, manualFailures, clocks);
  }

  Checker checker(Deliverer.Reached reached) {
    return new Checker(self, ledger, secrets, dialer, random, events, reached);
  }

  Patience patience() {
    return patience;
  }

  ManualFailures manualFailures() {
    return manualFailures;
  }

  Clocks clocks() {
    return clocks;
  }

  Events events() {
    return events;
  }

  Outbox outbox() {
    return outbox;
  }

  PeerNotes notes() {
    return notes;
  }

  SecretKeeper secrets() {
    return secrets;
  }

  Ledger ledger() {
    return ledger;
  }

  Journal journal() {
    return journal;
  }

  @Override
  public void close() {
    secrets.close();
    dialer.close();
    random.close();
    events.close();
  }
}
