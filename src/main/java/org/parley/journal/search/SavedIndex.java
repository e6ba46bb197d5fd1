package org.parley.journal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Sha256;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.SealedRow;
import org.parley.journal.SearchBlock;
import org.parley.journal.StoredEntry;
import org.parley.vault.Seal;
import org.parley.vault.SealException;

/**
 * The index between two starts. What changed is written in new blocks, then a new root that names
 * them, so that at any moment there is a whole index of some rows from 0 on; the rest is read from
 * the journal. Anything that is not as it was saved makes it worthless, and it is built anew.
 *
 * <p>For one thread at a time.
 */
final class SavedIndex implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("org.parley.journal.search");

  /** See {@link #save}. */
  static final long NOTHING = -1;

  private static final int BATCH = 32;
  private static final int MOST_DAMAGED = 10_000;

  private final Journal journal;
  private final Seal seal;
  private final BlockStore store;
  private final List<@Nullable BlockRef> messages = new ArrayList<>();
  private final IdentityHashMap<Segment, List<BlockRef>> segments = new IdentityHashMap<>();

  /** Takes the seal over. */
  SavedIndex(Journal journal, Seal seal) {
    this.journal = journal;
    this.seal = seal;
    this.store = new BlockStore(journal, seal);
  }

  /**
   * What was saved, but for the texts that are in no segment; null where there is nothing, or
   * nothing that can be used.
   *
   * @param lock what will guard it
   */
  @Nullable IndexContents load(Object lock) throws JournalException {
    try (JournalSnapshot snapshot = journal.snapshot()) {
      List<BlockRef> root = store.root(snapshot);
      IndexContents loaded = root == null ? null : load(snapshot, root, new IndexContents(lock));
      if (loaded != null) {
        return loaded;
      }
    } catch (SealException | IllegalArgumentException | CompletionException e) {
      LOG.log(System.Logger.Level.WARNING, "the search index is damaged: it is built anew", e);
    }
    forget();
    return null;
  }

  private @Nullable IndexContents load(
      JournalSnapshot snapshot, List<BlockRef> root, IndexContents contents)
      throws JournalException {
    ByteSink parts = new ByteSink();
    for (byte[] part : open(snapshot, root)) {
      parts.raw(part);
    }
    IndexHead head = IndexHead.parse(parts.bytes());
    if (!isOfThisJournal(snapshot, head) || isRepaired(head)) {
      return null;
    }
    MessageTable table = contents.table();
    table.restore(head.peers(), head.oddIds(), head.messages().size());
    // The two halves of it at once: to be ready soon is worth both processors.
    CompletableFuture<Void> messagesRead =
        CompletableFuture.runAsync(() -> readMessages(head.messages(), table));
    List<Segment> loaded;
    try {
      loaded = segments(snapshot, head);
    } finally {
      join(messagesRead);
    }
    Segment last = loaded.isEmpty() ? null : loaded.get(loaded.size() - 1);
    if (last != null && last.first() + last.limit() > table.size()) {
      throw new IllegalArgumentException("segments of more messages than there are");
    }
    messages.addAll(head.messages());
    contents.texts().restore(loaded);
    contents.reader().restore(head.lastTime(), head.unanswered());
    contents.damaged().addAll(head.damaged());
    contents.setNext(head.rows());
    return contents;
  }

  private void readMessages(List<BlockRef> refs, MessageTable table) {
    try (JournalSnapshot own = journal.snapshot()) {
      for (int at = 0; at < refs.size(); at += BATCH) {
        batch(own, refs, at).parallelStream().map(this::open).toList().forEach(table::readBlock);
      }
    } catch (JournalException e) {
      throw new CompletionException(e);
    }
  }

  private static void join(CompletableFuture<Void> reading) throws JournalException {
    try {
      reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof JournalException unreadable) {
        throw new JournalException("the search index could not be read", unreadable);
      }
      throw e;
    }
  }

  // An index that knows of rows that are not there, or of others in their places, belongs to a
  // journal that has since been cut and gone on.
  private boolean isOfThisJournal(JournalSnapshot snapshot, IndexHead head)
      throws JournalException {
    if (head.rows() == 0 || head.rows() > journal.size()) {
      return false;
    }
    List<SealedRow> last = snapshot.rows(head.rows() - 1, 1);
    return !last.isEmpty() && Arrays.equals(last.get(0).leaf(), head.leaf());
  }

  private boolean isRepaired(IndexHead head) throws JournalException {
    for (StoredEntry row : journal.entries(head.damaged())) {
      if (row.condition() != StoredEntry.Condition.DAMAGED) {
        return true;
      }
    }
    return false;
  }

  private List<Segment> segments(JournalSnapshot snapshot, IndexHead head) throws JournalException {
    List<Segment> loaded = new ArrayList<>();
    int next = 0;
    for (IndexHead.SavedSegment saved : head.segments()) {
      List<PostingBlock> blocks = new ArrayList<>();
      for (int at = 0; at < saved.blocks().size(); at += BATCH) {
        List<SearchBlock> batch = batch(snapshot, saved.blocks(), at);
        blocks.addAll(
            batch.parallelStream().map(b -> new PostingBlock(open(b), saved.limit())).toList());
      }
      Segment segment = new Segment(saved.first(), saved.limit(), saved.level(), blocks);
      if (saved.first() != next) {
        throw new IllegalArgumentException("segments that do not follow one another");
      }
      next += saved.limit();
      loaded.add(segment);
      segments.put(segment, saved.blocks());
    }
    return loaded;
  }

  private List<byte[]> open(JournalSnapshot snapshot, List<BlockRef> refs) throws JournalException {
    List<byte[]> opened = new ArrayList<>();
    for (int at = 0; at < refs.size(); at += BATCH) {
      opened.addAll(batch(snapshot, refs, at).parallelStream().map(this::open).toList());
    }
    return opened;
  }

  private List<SearchBlock> batch(JournalSnapshot snapshot, List<BlockRef> refs, int at)
      throws JournalException {
    List<SearchBlock> batch = new ArrayList<>();
    for (BlockRef ref : refs.subList(at, Math.min(refs.size(), at + BATCH))) {
      batch.add(store.sealed(snapshot, ref));
    }
    return batch;
  }

  private byte[] open(SearchBlock block) {
    try {
      return store.open(block);
    } catch (SealException e) {
      throw new IllegalArgumentException("a block of the index is damaged", e);
    }
  }

  /**
   * Saves the contents as they are now.
   *
   * @param lock what guards them
   * @return the first row that is not in what was saved; {@link #NOTHING} where a text was removed
   *     that has not left the segments and its copy, so that nothing was saved
   */
  long save(IndexContents contents, Object lock) throws JournalException {
    boolean whole = false;
    try {
      long rows = write(contents, lock);
      whole = true;
      return rows;
    } finally {
      if (!whole) {
        forget();
      }
    }
  }

  private long write(IndexContents contents, Object lock) throws JournalException {
    Map<Integer, byte[]> changed = new TreeMap<>();
    List<Segment> present;
    IndexHead head;
    synchronized (lock) {
      if (contents.damaged().size() > MOST_DAMAGED) {
        return contents.next(); // rows come back at any time: this index is not one to keep
      }
      if (contents.texts().hasGone() || contents.reader().hasRemoved()) {
        return NOTHING; // a row that says so is never saved beside what the text was
      }
      MessageTable table = contents.table();
      BitSet blocks = table.takeChanged();
      for (int block = 0; block * MessageTable.BLOCK < table.size(); block++) {
        if (blocks.get(block) || block >= messages.size() || messages.get(block) == null) {
          changed.put(block, table.block(block));
        }
      }
      present = contents.texts().segments();
      head =
          new IndexHead(
              contents.next(),
              new byte[Sha256.SIZE],
              contents.reader().lastTime(),
              List.copyOf(table.peers()),
              Map.copyOf(table.oddIds()),
              new LinkedHashMap<>(contents.reader().unanswered()),
              List.copyOf(contents.damaged()),
              List.of(),
              List.of());
    }
    for (Map.Entry<Integer, byte[]> block : changed.entrySet()) {
      while (messages.size() <= block.getKey()) {
        messages.add(null);
      }
      messages.set(block.getKey(), store.put(block.getValue()));
    }
    List<BlockRef> kept = new ArrayList<>(messages);
    List<IndexHead.SavedSegment> saved = new ArrayList<>();
    for (Segment segment : present) {
      List<BlockRef> refs = put(segment);
      kept.addAll(refs);
      saved.add(
          new IndexHead.SavedSegment(segment.first(), segment.limit(), segment.level(), refs));
    }
    segments.keySet().removeIf(segment -> !present.contains(segment));
    IndexHead all =
        new IndexHead(
            head.rows(),
            leaf(head.rows()),
            head.lastTime(),
            head.peers(),
            head.oddIds(),
            head.unanswered(),
            head.damaged(),
            List.copyOf(messages),
            saved);
    store.commit(putParts(all.bytes()), kept);
    return head.rows();
  }

  private List<BlockRef> put(Segment segment) throws JournalException {
    List<BlockRef> known = segments.get(segment);
    if (known != null) {
      return known;
    }
    List<BlockRef> refs = new ArrayList<>();
    for (PostingBlock block : segment.blocks()) {
      refs.add(store.put(block.block()));
    }
    segments.put(segment, refs);
    return refs;
  }

  private List<BlockRef> putParts(byte[] bytes) throws JournalException {
    List<BlockRef> parts = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += BlockStore.MOST_PLAIN) {
      int end = Math.min(bytes.length, at + BlockStore.MOST_PLAIN);
      parts.add(store.put(Arrays.copyOfRange(bytes, at, end)));
    }
    return parts;
  }

  private byte[] leaf(long rows) throws JournalException {
    try (JournalSnapshot snapshot = journal.snapshot()) {
      List<SealedRow> last = snapshot.rows(rows - 1, 1);
      return last.isEmpty() ? new byte[Sha256.SIZE] : last.get(0).leaf();
    }
  }

  // The next time everything is written, and what is there is dropped.
  private void forget() {
    store.abandon();
    messages.clear();
    segments.clear();
  }

  @Override
  public void close() {
    seal.close();
  }
}
