package org.parley.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. What waits is sealed and committed together, then synced once, then
 * everybody is told. A failure fails exactly the group that it met; the next one is tried on its
 * own merit, after the database was opened anew and asked what became of the failed one.
 */
final class CommitQueue {
  private static final System.Logger LOG = System.getLogger("org.parley.journal");
  private static final int MOST_JOBS = 256;
  private static final long SYNC_PAUSE = TimeUnit.SECONDS.toNanos(1);

  private record Job(
      Batch batch,
      List<SeenRow> seen,
      @Nullable Aside aside,
      CompletableFuture<Receipt> done,
      boolean last) {}

  /** What is done to the database beside the log: by itself, after the group's transaction. */
  @FunctionalInterface
  private interface Aside {
    void run(JournalStore store) throws JournalException;
  }

  /** A group that was handed to the database, and whether it got there is not known. */
  private record InDoubt(@Nullable Draft draft, @Nullable Change change) {
    /** Whether the journal goes on from it: it is on the disk after all. */
    @SuppressWarnings("ReferenceEquality") // whether this very change was adopted
    boolean arrived(HeadRow head) {
      return change != null && same(head, change.head());
    }
  }

  /** What the journal is, for other threads to see. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Tip(long size, byte[] root) {}

  private final JournalParts parts;
  private final JournalStore store;
  private final EntrySealer sealer;
  private final AnchorKeeper anchors;
  private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final List<EntryListener> listeners = new CopyOnWriteArrayList<>();
  private final List<Entry> notes;
  private final FileGrowth growth = new FileGrowth();
  private final Thread thread;
  private HeadRow head;
  private MerkleTree tree;
  private StateDigest state;
  private @Nullable InDoubt inDoubt;
  private boolean unsynced;
  private long unsyncedSince;
  private boolean closed;
  private volatile Tip tip;

  /**
   * Goes on from that head.
   *
   * @param notes entries that the first commit puts before its own
   */
  CommitQueue(
      JournalParts parts,
      JournalStore store,
      AnchorKeeper anchors,
      HeadRow head,
      MerkleTree tree,
      StateDigest state,
      List<Entry> notes) {
    this.parts = parts;
    this.store = store;
    this.sealer = new EntrySealer(parts.keys(), parts.random());
    this.anchors = anchors;
    this.head = head;
    this.tree = tree;
    this.state = state;
    this.notes = new ArrayList<>(notes);
    this.tip = new Tip(tree.size(), tree.root());
    this.thread = new Thread(this::run, "parley-journal-writer");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Tip tip() {
    return tip;
  }

  void addListener(EntryListener listener) {
    listeners.add(listener);
  }

  void removeListener(EntryListener listener) {
    listeners.remove(listener);
  }

  CompletableFuture<Receipt> commit(Batch batch) {
    return put(new Job(batch, List.of(), null, new CompletableFuture<>(), false));
  }

  CompletableFuture<Receipt> putSeen(List<SeenRow> rows) {
    Batch nothing = Batch.of(Durability.ASYNC, List.of());
    return put(new Job(nothing, List.copyOf(rows), null, new CompletableFuture<>(), false));
  }

  CompletableFuture<Receipt> putSearch(List<SearchBlock> put, List<Long> drop) {
    List<SearchBlock> blocks = List.copyOf(put);
    List<Long> ids = List.copyOf(drop);
    return aside(store -> store.writeSearch(blocks, ids));
  }

  CompletableFuture<Receipt> compact() {
    return aside(JournalStore::compact);
  }

  private CompletableFuture<Receipt> aside(Aside aside) {
    Batch nothing = Batch.of(Durability.ASYNC, List.of());
    return put(new Job(nothing, List.of(), aside, new CompletableFuture<>(), false));
  }

  private CompletableFuture<Receipt> put(Job job) {
    synchronized (queue) {
      if (closed) {
        job.done().completeExceptionally(new JournalException("the journal is closed"));
      } else {
        closed = job.last();
        queue.add(job);
      }
    }
    return job.done();
  }

  /** Writes what waits, syncs, writes the anchors, ends the thread, and waits for all of that. */
  void close() {
    Batch nothing = Batch.of(Durability.SYNC, List.of());
    // Its future says only what the thread's end says below.
    var unused = put(new Job(nothing, List.of(), null, new CompletableFuture<>(), true));
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // an end in order is worth more than an early one
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Job> group = new ArrayList<>();
    try {
      boolean last = false;
      while (!last) {
        group.clear();
        last = await(group);
        write(group);
        idle(last);
      }
    } catch (InterruptedException e) {
      LOG.log(System.Logger.Level.ERROR, "the journal's writer was interrupted", e);
    } finally {
      // Only after a bug is anything left here: nobody may wait for ever.
      synchronized (queue) {
        closed = true;
        queue.drainTo(group);
      }
      fail(group, new JournalException("the journal's writer has ended"));
    }
  }

  // Waits for the next jobs, or until an anchor is due; true where the last one is among them.
  private boolean await(List<Job> group) throws InterruptedException {
    long wait = untilDue();
    Job first = wait < 0 ? queue.take() : queue.poll(wait, TimeUnit.NANOSECONDS);
    if (first != null) {
      group.add(first);
      queue.drainTo(group, MOST_JOBS - 1);
    }
    return group.stream().anyMatch(Job::last);
  }

  private long untilDue() {
    if (unsynced) {
      long passed = parts.clock().nanos().getAsLong() - unsyncedSince;
      return Math.max(0, SYNC_PAUSE - passed);
    }
    return anchors.due();
  }

  private void write(List<Job> group) {
    List<Runnable> receipts = new ArrayList<>();
    InDoubt attempt = new InDoubt(null, null);
    try {
      settle();
      Draft draft;
      try (JournalSnapshot snapshot = store.snapshot()) {
        draft = draft(group, snapshot, receipts);
      }
      boolean sync = group.stream().anyMatch(j -> j.batch().durability() == Durability.SYNC);
      Change change = draft.isEmpty() ? null : draft.change();
      attempt = new InDoubt(draft, change);
      for (Job job : group) {
        if (!job.seen().isEmpty()) {
          store.writeSeen(job.seen());
        }
      }
      if (change != null) {
        store.write(change);
        growth.committed();
        markUnsynced();
      }
      if (sync && unsynced) {
        sync();
      }
      if (change != null) {
        adopt(draft, change);
      }
      receipts.forEach(Runnable::run);
    } catch (JournalException e) {
      inDoubt = inDoubt == null ? attempt : inDoubt;
      settleQuietly();
      if (attempt.arrived(head)) {
        receipts.forEach(Runnable::run); // it failed only after it was written, and is synced now
      } else {
        fail(group, e);
      }
    }
    group.forEach(this::runAside);
  }

  // After everything else, and by itself: what is only derived keeps nobody from an answer.
  private void runAside(Job job) {
    Aside aside = job.aside();
    if (aside == null || job.done().isDone()) {
      return;
    }
    try {
      settle();
      aside.run(store);
      job.done().complete(new Receipt(tree.size(), 0));
    } catch (JournalException e) {
      inDoubt = inDoubt == null ? new InDoubt(null, null) : inDoubt;
      settleQuietly();
      job.done().completeExceptionally(e);
    }
  }

  private Draft draft(List<Job> group, JournalSnapshot snapshot, List<Runnable> receipts)
      throws JournalException {
    Draft draft = new Draft(parts, sealer, snapshot, tree, state);
    boolean any = group.stream().anyMatch(j -> !j.batch().isEmpty());
    if (any && !notes.isEmpty()) {
      draft.add(Batch.of(Durability.SYNC, notes));
    }
    for (Job job : group) {
      if (job.aside() != null) {
        continue; // answered when it is written
      }
      try {
        Receipt receipt = draft.add(job.batch());
        receipts.add(() -> job.done().complete(receipt));
      } catch (AlreadySeenException | EntryTooLongException | RemovalRefusedException e) {
        job.done().completeExceptionally(e);
      }
    }
    return draft;
  }

  private void markUnsynced() {
    if (!unsynced) {
      unsynced = true;
      unsyncedSince = parts.clock().nanos().getAsLong();
    }
  }

  private void sync() throws JournalException {
    store.sync();
    unsynced = false;
    anchors.onDisk(tree); // also where the batch that asked for it, as the last one, is empty
  }

  // From here on the group is part of the journal.
  private void adopt(Draft draft, Change change) {
    head = change.head();
    tree = draft.tree();
    state = draft.state();
    notes.clear();
    tip = new Tip(tree.size(), head.root());
    if (!unsynced) {
      anchors.onDisk(tree);
    }
    draft.entries().forEach(this::tell);
  }

  private void tell(long seq, Entry entry) {
    for (EntryListener listener : listeners) {
      try {
        listener.committed(seq, entry);
      } catch (RuntimeException e) {
        // A listener's bug must not keep the others, or the acknowledgement, from what is on disk.
        LOG.log(System.Logger.Level.ERROR, "a listener of the journal failed", e);
      }
    }
  }

  private void idle(boolean last) {
    try {
      if (unsynced && (last || untilDue() == 0)) {
        settle();
        sync();
      }
      if (!last && inDoubt == null) {
        growth.look(store);
      }
    } catch (JournalException e) {
      LOG.log(System.Logger.Level.WARNING, "the journal could not be synced or compacted", e);
      inDoubt = inDoubt == null ? new InDoubt(null, null) : inDoubt;
      unsyncedSince = parts.clock().nanos().getAsLong();
      settleQuietly();
    }
    if (last) {
      anchors.write();
    } else {
      anchors.writeIfDue();
    }
  }

  private void settleQuietly() {
    try {
      settle();
    } catch (JournalException e) {
      LOG.log(System.Logger.Level.WARNING, "the database cannot be used for now", e);
    }
  }

  // After a failure: opens the database anew, and finds out whether the failed group is in it.
  // Where
  // that takes until later, its senders were told that it failed, which only makes them ask again.
  private void settle() throws JournalException {
    InDoubt doubt = inDoubt;
    if (doubt == null) {
      return;
    }
    store.recover();
    HeadRow now;
    try (JournalSnapshot snapshot = store.snapshot()) {
      now = snapshot.head();
    }
    Draft draft = doubt.draft();
    Change change = doubt.change();
    if (same(now, head)) {
      inDoubt = null;
    } else if (draft != null && change != null && same(now, change.head())) {
      markUnsynced();
      sync();
      inDoubt = null;
      adopt(draft, change);
    } else {
      throw new JournalException("after a failed write the database holds neither state");
    }
  }

  private static boolean same(@Nullable HeadRow a, HeadRow b) {
    return a != null && a.size() == b.size() && Arrays.equals(a.tag(), b.tag());
  }

  private static void fail(List<Job> group, JournalException reason) {
    for (Job job : group) {
      job.done().completeExceptionally(reason);
    }
  }
}
