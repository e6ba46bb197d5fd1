package org.parley.journal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.journal.Finding;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.StoredEntry;
import org.parley.vault.Seal;

/**
 * Keeps a {@link TextFile} in step with the journal, where there is to be one. Whatever fails with
 * it is no reason for anything else to fail: searches read rows then.
 *
 * <p>{@link #read} and {@link #fromRows} by any thread, all else by one at a time.
 */
final class TextCopies implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("org.parley.journal.search");

  /** The disk is left so much room: the journal needs it more. */
  private static final long ROOM = 64L << 20;

  private final Journal journal;
  private final Object lock;
  private final @Nullable Seal seal;
  private final @Nullable Path path;
  private final Set<Integer> toWipe = new TreeSet<>();
  private volatile @Nullable TextFile file;
  private boolean adding = true;

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
      TextFile opened = TextFile.open(path, id, seal, table);
      file = opened;
      // Whoever removed them last may have been stopped before it came to this.
      for (int slot = 0; slot < opened.slots(); slot++) {
        if (table.isRemoved(slot) && opened.has(slot)) {
          toWipe.add(slot);
        }
      }
      wipe(List.of());
    } catch (IOException e) {
      failed("opened", e);
    }
  }

  private static void failed(String what, Exception e) {
    LOG.log(System.Logger.Level.WARNING, "the file of texts could not be " + what, e);
  }

  /** The texts of those messages of which there are copies, by row. */
  Map<Long, String> read(List<Candidate> wanted) {
    TextFile open = file;
    if (open == null) {
      return new HashMap<>();
    }
    // What a row that was found damaged said is not shown as if nothing had happened to it.
    List<Finding> findings = journal.findings();
    return open.read(
        findings.isEmpty()
            ? wanted
            : wanted.stream().filter(w -> findings.stream().noneMatch(f -> isOf(f, w))).toList());
  }

  private static boolean isOf(Finding finding, Candidate candidate) {
    Long first = finding.seq();
    Long last = finding.last();
    return first != null && last != null && first <= candidate.seq() && candidate.seq() <= last;
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

  /** Whether something is damaged and can be put right. */
  boolean hasWork() {
    TextFile open = file;
    return open != null && open.hasDamaged();
  }

  /** Takes those texts out, and what could not be taken out before. */
  void wipe(List<Integer> removed) {
    TextFile open = file;
    if (open == null) {
      return;
    }
    toWipe.addAll(removed);
    toWipe.removeIf(slot -> slot >= open.slots());
    if (toWipe.isEmpty()) {
      return;
    }
    try {
      for (int slot : toWipe) {
        open.rewrite(slot, 0, null);
      }
      open.sync();
      toWipe.clear();
    } catch (IOException e) {
      failed("rid of what was removed: that is tried again", e);
    }
  }

  /**
   * Copies texts that are in a segment, in at most so many chunks.
   *
   * @return whether there are more
   */
  boolean fill(IndexContents contents, int most) {
    TextFile open = file;
    if (open == null || !adding) {
      return false;
    }
    try {
      mend(open, contents);
      for (int i = 0; i < most; i++) {
        List<Long> seqs = after(open.slots(), contents);
        if (seqs.isEmpty() || !hasRoom()) {
          return false;
        }
        open.append(seqs, texts(seqs));
      }
      return !after(open.slots(), contents).isEmpty();
    } catch (IOException | JournalException e) {
      adding = false;
      failed("added to: searches are slower until the next start", e);
      return false;
    }
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

  private Map<Long, String> texts(List<Long> seqs) throws JournalException {
    Map<Long, String> texts = new HashMap<>(2 * seqs.size());
    for (int at = 0; at < seqs.size(); at += JournalSnapshot.PAGE) {
      int end = Math.min(seqs.size(), at + JournalSnapshot.PAGE);
      texts.putAll(fromRows(seqs.subList(at, end)));
    }
    return texts;
  }

  private void mend(TextFile open, IndexContents contents) throws IOException, JournalException {
    for (int slot : open.takeDamaged()) {
      long seq;
      synchronized (lock) {
        seq = contents.table().seq(slot);
      }
      open.rewrite(slot, seq, fromRows(List.of(seq)).get(seq));
    }
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
