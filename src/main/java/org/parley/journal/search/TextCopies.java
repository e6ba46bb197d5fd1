package org.parley.journal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Sha256;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.SealedRow;
import org.parley.journal.StoredEntry;
import org.parley.vault.Seal;

/**
 * Keeps a {@link TextFile} in step with the journal, where there is to be one. Whatever fails with
 * it is no reason for anything else to fail: searches read rows then.
 *
 * <p>{@link #read}, {@link #fromRows} and {@link #stop} by any thread, all else by one at a time.
 */
final class TextCopies implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("org.parley.journal.search");

  /** The disk is left so much room: the journal needs it more. */
  private static final long ROOM = 64L << 20;

  /** So many rows are read at once: with the longest texts, as much as two chunks hold. */
  private static final int PAGE = 32;

  /** So many messages are looked through at once for what should be gone. */
  private static final int LOOK = 64 * 1024;

  private final Journal journal;
  private final Object lock;
  private final @Nullable Seal seal;
  private final @Nullable Path path;
  // What a wipe failed for.
  private final TreeSet<Integer> toWipe = new TreeSet<>();
  private volatile @Nullable TextFile file;
  private volatile boolean stopped;
  private boolean adding = true;
  private boolean noRoom;
  private int lookedUpTo;

  /**
   * No copies yet.
   *
   * @param lock what guards the index
   * @param seal of the purpose {@code search}, which stays the caller's; with a path only
   * @param path the file; null for no copies at all
   */
  TextCopies(Journal journal, Object lock, @Nullable Seal seal, @Nullable Path path) {
    this.journal = journal;
    this.lock = lock;
    this.seal = seal;
    this.path = path;
  }

  /** Opens the file, for an index as it was loaded. */
  void begin(MessageTable table) {
    if (seal == null || path == null) {
      return;
    }
    String id = journal.parts().keys().journal().toString();
    try {
      file = TextFile.open(path, id, seal, this::leaf, table);
    } catch (IOException | JournalException e) {
      failed("opened", e);
    }
  }

  private byte[] leaf(long seq) throws JournalException {
    try (JournalSnapshot snapshot = journal.snapshot()) {
      List<SealedRow> rows = snapshot.rows(List.of(seq));
      return rows.isEmpty() ? new byte[Sha256.SIZE] : rows.get(0).leaf();
    }
  }

  private static void failed(String what, Exception e) {
    LOG.log(System.Logger.Level.WARNING, "the file of texts could not be " + what, e);
  }

  /** The texts of those messages of which there are copies, by row; the caller's. */
  Map<Long, String> read(List<Candidate> wanted) {
    TextFile open = file;
    return open == null ? new HashMap<>() : open.read(wanted);
  }

  /** The texts of rows; none of a row that is damaged, removed or no message. */
  Map<Long, String> fromRows(List<Long> seqs) throws JournalException {
    Map<Long, String> texts = new HashMap<>(2 * seqs.size());
    for (StoredEntry row : journal.entries(seqs)) {
      Entry entry = row.entry();
      if (entry != null && entry.text() != null) {
        texts.put(row.seq(), entry.text());
      }
    }
    return texts;
  }

  /** Whether a copy was found damaged. */
  boolean hasWork() {
    TextFile open = file;
    return open != null && open.hasDamaged();
  }

  /** Takes those texts out, and what could not be taken out before. */
  void wipe(List<Integer> removed, IndexContents contents) {
    TextFile open = file;
    if (open == null) {
      return;
    }
    toWipe.addAll(removed);
    boolean written = false;
    IOException failure = null;
    for (int slot : List.copyOf(toWipe)) {
      try {
        written |= open.rewrite(slot, seq(slot, contents), null);
        toWipe.remove(slot);
      } catch (IOException e) {
        failure = e; // the others can perhaps be
      }
    }
    try {
      if (written) {
        open.sync();
      }
    } catch (IOException e) {
      failure = e;
    }
    if (failure != null) {
      failed("rid of what was removed: that is tried again", failure);
    }
  }

  private long seq(int slot, IndexContents contents) {
    synchronized (lock) {
      return contents.table().seq(slot);
    }
  }

  /**
   * Does a little of what there is to do: mends what was found damaged, looks for what should be
   * gone, copies texts that are in a segment.
   *
   * @return whether there is more
   */
  boolean goOn(IndexContents contents) {
    TextFile open = file;
    if (open == null || stopped) {
      return false;
    }
    try {
      mend(open, contents);
      if (lookForGone(open, contents)) {
        return true;
      }
      return adding && add(open, contents);
    } catch (IOException e) {
      adding = false;
      failed("written: searches are slower until the next start", e);
      return false;
    } catch (JournalException e) {
      failed("gone on with: that is tried again", e);
      return false;
    }
  }

  /** Whether {@link #goOn} has nothing to do. */
  boolean isDone(IndexContents contents) {
    TextFile open = file;
    if (open == null) {
      return true;
    }
    boolean givenUp = !adding || noRoom;
    return lookedUpTo >= open.slots() && (givenUp || after(open.slots(), contents).isEmpty());
  }

  private void mend(TextFile open, IndexContents contents) throws IOException, JournalException {
    for (int slot : open.takeDamaged()) {
      long seq = seq(slot, contents);
      boolean unused = open.rewrite(slot, seq, fromRows(List.of(seq)).get(seq));
    }
  }

  // Whoever removed it last may have been stopped before its copy was written over, or an old file
  // may have been put back: once in each session.
  private boolean lookForGone(TextFile open, IndexContents contents) throws IOException {
    if (lookedUpTo >= open.slots()) {
      return false;
    }
    List<Candidate> removed = new ArrayList<>();
    synchronized (lock) {
      MessageTable table = contents.table();
      int end = Math.min(Math.min(open.slots(), table.size()), lookedUpTo + LOOK);
      for (int slot = lookedUpTo; slot < end; slot++) {
        if (table.isRemoved(slot)) {
          removed.add(new Candidate(slot, table.seq(slot), true, null));
        }
      }
      lookedUpTo = end;
    }
    wipe(open.notGone(removed).stream().map(Candidate::slot).toList(), contents);
    return lookedUpTo < open.slots();
  }

  private boolean add(TextFile open, IndexContents contents) throws IOException, JournalException {
    List<Long> seqs = after(open.slots(), contents);
    noRoom = !hasRoom();
    if (seqs.isEmpty() || noRoom) {
      return false;
    }
    Map<Long, String> texts = new HashMap<>(2 * seqs.size());
    long units = 0;
    int read = 0;
    while (read < seqs.size() && units < (long) TextChunk.MOST_UNITS * TextChunk.UNIT) {
      if (stopped) {
        return false;
      }
      List<Long> page = seqs.subList(read, Math.min(seqs.size(), read + PAGE));
      Map<Long, String> of = fromRows(page);
      units += of.values().stream().mapToLong(String::length).sum();
      texts.putAll(of);
      read += page.size();
    }
    open.append(seqs.subList(0, read), texts);
    lookedUpTo = Math.max(lookedUpTo, open.slots()); // rows say themselves what is gone
    return !after(open.slots(), contents).isEmpty();
  }

  private boolean hasRoom() throws IOException {
    return path != null && Files.getFileStore(path).getUsableSpace() > ROOM;
  }

  private List<Long> after(int slot, IndexContents contents) {
    synchronized (lock) {
      List<Long> seqs = new ArrayList<>();
      int limit = Math.min(contents.texts().firstOpen(), slot + TextChunk.MOST);
      for (int next = slot; next < limit; next++) {
        seqs.add(contents.table().seq(next));
      }
      return seqs;
    }
  }

  /** What is being copied is given up: the program ends. */
  void stop() {
    stopped = true;
  }

  @Override
  public void close() {
    TextFile open = file;
    file = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        failed("closed", e);
      }
    }
  }
}
