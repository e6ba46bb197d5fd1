package org.parley.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sealed log of an unlocked profile.
 *
 * <p>Guarantees: what {@link #commit} gave a receipt for is in the journal, under its head, and
 * with {@link Durability#SYNC} on the disk; entries get seqs without gaps, in the order of their
 * batches; every row that is read was checked. A damaged journal goes on as long as its head can be
 * trusted: {@link #findings} says what is wrong, until the owner accepts it.
 *
 * <p>Any thread. Reading waits for the disk; {@link #commit}, {@link #accept}, {@link #size},
 * {@link #root}, {@link #findings} and the listeners' methods do not.
 */
public final class Journal implements AutoCloseable {
  /** How many rows are checked at unlock, from the last one back. */
  public static final int UNLOCK_ROWS = 256;

  private final JournalParts parts;
  private final JournalStore store;
  private final FindingLog findings;
  private final RowCheck check;
  private final SeenTags tags;
  private final @Nullable CommitQueue queue;
  private final CommitQueue.Tip untrusted;
  private volatile boolean appendable;

  Journal(JournalParts parts, JournalStore store, FindingLog findings, Opening.State state) {
    this.parts = parts;
    this.store = store;
    this.findings = findings;
    this.check = new RowCheck(parts.keys());
    this.tags = new SeenTags(parts.keys());
    this.queue = state.queue();
    this.untrusted = state.tip();
    this.appendable = queue != null;
  }

  /**
   * Makes the database and the anchors of a profile that has none, and opens it. The keys are
   * closed with the journal.
   *
   * @throws JournalException where there is a database already, which stays untouched, or it could
   *     not be written
   */
  public static Journal create(JournalParts parts) throws JournalException {
    return Opening.create(parts);
  }

  /**
   * Opens the journal and checks schema, head, state, both anchors and the last {@link
   * #UNLOCK_ROWS} rows. What is wrong is among {@link #findings}. The keys are closed with the
   * journal.
   *
   * @throws ForeignDatabaseException where the database holds objects that are not ours
   * @throws NewerVersionException where a newer program wrote it
   * @throws DatabaseGoneException where it is not there although it was
   * @throws JournalException where it cannot be read
   */
  public static Journal open(JournalParts parts) throws JournalException {
    return Opening.open(parts);
  }

  /** The journal's id, parts and keys, for who examines it. */
  public JournalParts parts() {
    return parts;
  }

  /**
   * Writes a batch, together with whatever else waits. The future fails with {@link
   * AlreadySeenException}, {@link EntryTooLongException}, {@link RemovalRefusedException}, {@link
   * NotAppendableException}, or another {@link JournalException} where the database could not be
   * written, full disk included; then nothing of it may be believed to be stored, and the next
   * batch is tried anew. What hangs on the future without an executor of its own runs in the writer
   * thread, and so must be quick.
   *
   * @throws IllegalArgumentException where a received message lacks peer or id
   */
  public CompletableFuture<Receipt> commit(Batch batch) {
    for (Entry entry : batch.entries()) {
      if (entry.isReceivedMessage() && (entry.peer() == null || entry.id() == null)) {
        throw new IllegalArgumentException("a received message has a peer and an id");
      }
    }
    if (queue == null || !appendable) {
      return CompletableFuture.failedFuture(new NotAppendableException());
    }
    return queue.commit(batch);
  }

  /** What is known of a received message of that peer, id and text (its UTF-8). */
  public Seen seen(String peer, String id, byte[] text) throws JournalException {
    byte[] idTag = tags.id(peer, id);
    try (JournalSnapshot snapshot = store.snapshot()) {
      return Draft.compare(snapshot.seen(idTag), tags.text(idTag, text));
    }
  }

  /**
   * The rows from {@code from} on, at most {@code limit} and {@link JournalSnapshot#PAGE}. A row
   * that is missing is skipped.
   */
  public Page read(long from, int limit) throws JournalException {
    long size = size();
    List<SealedRow> rows;
    try (JournalSnapshot snapshot = store.snapshot()) {
      rows = snapshot.rows(from, Math.min(limit, JournalSnapshot.PAGE));
    }
    List<CheckedRow> checked =
        rows.parallelStream().filter(row -> row.seq() < size).map(check::check).toList();
    List<StoredEntry> entries = new ArrayList<>(checked.size());
    for (CheckedRow row : checked) {
      entries.add(shown(row));
    }
    long next = checked.isEmpty() ? size : checked.get(checked.size() - 1).row().seq() + 1;
    return new Page(entries, next);
  }

  /** The row at that seq; {@link JournalException} where there is none. */
  public StoredEntry entry(long seq) throws JournalException {
    List<SealedRow> rows;
    try (JournalSnapshot snapshot = store.snapshot()) {
      rows = snapshot.rows(seq, 1);
    }
    if (rows.isEmpty() || rows.get(0).seq() != seq) {
      throw new JournalException("the journal has no row " + seq);
    }
    return shown(check.check(rows.get(0)));
  }

  /** The rows at those seqs, in that order; a row that is missing is left out. */
  public List<StoredEntry> entries(List<Long> seqs) throws JournalException {
    List<StoredEntry> entries = new ArrayList<>(seqs.size());
    for (CheckedRow row : new ScatteredRows(store, check).read(seqs)) {
      entries.add(shown(row));
    }
    return entries;
  }

  private StoredEntry shown(CheckedRow row) {
    if (row.failed() != null) {
      findings.found(check.diagnose(row, false, false));
    } else if (row.entry() != null) {
      findings.read(row.entry());
    }
    return row.stored();
  }

  /** The row of STATE; null where there is none. */
  public @Nullable StoredState state(int kind, byte[] id) throws JournalException {
    try (JournalSnapshot snapshot = store.snapshot()) {
      return snapshot.state(kind, id);
    }
  }

  /** Shows every row of STATE of that kind, in the order of their ids, read page by page. */
  public void forEachState(int kind, Consumer<StoredState> each) throws JournalException {
    try (JournalSnapshot snapshot = store.snapshot()) {
      // No row has this key's id unless it is the first possible one, which is asked for by itself.
      StoredState after = new StoredState(kind, new byte[StateChange.ID_SIZE], new byte[0]);
      StoredState zero = snapshot.state(kind, after.id());
      if (zero != null) {
        each.accept(zero);
      }
      List<StoredState> page = snapshot.states(after);
      while (!page.isEmpty()) {
        for (StoredState row : page) {
          if (row.kind() != kind) {
            return;
          }
          each.accept(row);
        }
        page = snapshot.states(page.get(page.size() - 1));
      }
    }
  }

  /** How many rows there are; they have the seqs below it. */
  public long size() {
    return tip().size();
  }

  /** The root over all rows. */
  public byte[] root() {
    return tip().root().clone();
  }

  private CommitQueue.Tip tip() {
    return queue == null ? untrusted : queue.tip();
  }

  /** False where the head cannot be trusted: nothing can be added until it was set aside. */
  public boolean appendable() {
    return appendable;
  }

  /** From now on the listener hears of each commit. */
  public void addListener(EntryListener listener) {
    if (queue != null) {
      queue.addListener(listener);
    }
  }

  /** It hears no more, but perhaps of a commit that is under way. */
  public void removeListener(EntryListener listener) {
    if (queue != null) {
      queue.removeListener(listener);
    }
  }

  /** What is wrong and not accepted; of very many the first ones ({@link #moreFindings}). */
  public List<Finding> findings() {
    return findings.open();
  }

  /**
   * Whether there are more findings than are listed. They are once those were accepted and the
   * journal was verified again.
   */
  public boolean moreFindings() {
    return findings.more();
  }

  /** Called, by any thread, whenever {@link #findings} has changed. */
  public void addFindingsListener(Runnable listener) {
    findings.addListener(listener);
  }

  /**
   * Takes over what a whole verification found.
   *
   * @param more whether there was more than that
   */
  public void report(Collection<Finding> found, boolean more) {
    findings.setMore(more);
    for (Finding finding : found) {
      findings.found(finding);
      appendable &= !Opening.stops(finding);
    }
  }

  /**
   * The owner accepts a finding: a local row says so, and once that is on the disk the finding is
   * no longer open. Fails as {@link #commit} does.
   */
  public CompletableFuture<Receipt> accept(Finding finding) {
    return accept(List.of(finding));
  }

  /** The same for several at once, all of them or none: a row each. */
  public CompletableFuture<Receipt> accept(List<Finding> accepted) {
    Instant now = parts.clock().wall().instant();
    List<Entry> rows =
        accepted.stream().map(f -> Acceptance.row(LocalTypes.ACCEPT, f, now)).toList();
    return commit(Batch.of(Durability.SYNC, rows));
  }

  /** The tables as they are now, for who examines them; the caller closes it. */
  public JournalSnapshot snapshot() throws JournalException {
    return store.snapshot();
  }

  /**
   * A copy of the database, encrypted as it is, for a backup: with all that had a receipt before
   * the call, and perhaps some of what comes meanwhile. Appending goes on. Closing ends it.
   *
   * @throws IOException what {@code out} throws, which ends the copy; or where the database could
   *     not be read, or was closed meanwhile
   */
  public void copyTo(OutputStream out) throws JournalException, IOException {
    store.copyTo(out);
  }

  /**
   * Puts right what SEEN lacks of the messages in the rows. Rows of SEEN without a message stay:
   * they came over from a journal that was set aside.
   *
   * @return false where it was cancelled
   */
  public boolean rebuildSeen(Progress progress) throws JournalException {
    return queue == null || new SeenRepair(this, queue, tags).run(progress);
  }

  /**
   * Puts blocks of the search index and drops others, in one transaction of its own, after what
   * waits. Not synced. Fails as {@link #commit} does.
   */
  public CompletableFuture<Receipt> changeSearch(List<SearchBlock> put, List<Long> drop) {
    if (queue == null || !appendable) {
      return CompletableFuture.failedFuture(new NotAppendableException());
    }
    return queue.putSearch(put, drop);
  }

  /**
   * Has the database's file written anew, so that nothing is left in it of what was removed. Nobody
   * may be reading: to be asked for when everything but the journal is closed. Fails as {@link
   * #commit} does.
   */
  public CompletableFuture<Receipt> compact() {
    if (queue == null || !appendable) {
      return CompletableFuture.failedFuture(new NotAppendableException());
    }
    return queue.compact();
  }

  /**
   * Writes what waits and the anchors, closes the database, wipes the keys. Whoever reads or
   * verifies in another thread is stopped first: after this its keys are gone.
   */
  @Override
  public void close() throws JournalException {
    appendable = false;
    if (queue != null) {
      queue.close();
    }
    try {
      store.close();
    } finally {
      parts.keys().close();
    }
  }
}
