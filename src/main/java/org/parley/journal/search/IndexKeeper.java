package org.parley.journal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.journal.EntryListener;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.LocalTypes;
import org.parley.journal.Page;
import org.parley.journal.Progress;
import org.parley.journal.StoredEntry;

/**
 * Keeps the index in step: loads it, reads what is missing, hears of commits, and in a thread of
 * its own makes segments of new texts and saves.
 */
final class IndexKeeper implements EntryListener, AutoCloseable {
  private static final System.Logger LOG = System.getLogger("org.parley.journal.search");

  /** So many rows at most are read again after a kill: half a second's work. */
  private static final long ROWS_UNSAVED = 16 * 1024;

  /** While the whole journal is read, what was read is saved as often as this. */
  private static final long ROWS_UNSAVED_BUILDING = 512 * 1024;

  /** Fewer rows than this are read again sooner than they are saved at the end. */
  private static final long ROWS_NOT_WORTH_IT = 256;

  private final Journal journal;
  // Guards the contents.
  private final Object lock;
  // Held by who loads, builds, makes segments and saves. Taken before the lock.
  private final Object work = new Object();
  private final @Nullable SavedIndex saved;
  private final TextCopies copies;
  private final ThreadPoolExecutor worker;
  private final ReadTexts readTexts = new ReadTexts();
  private IndexContents contents;
  private boolean loaded;
  private boolean complete;
  private boolean upkeepAsked;
  private boolean purged;
  private long savedRows;
  private volatile boolean closed;

  IndexKeeper(Journal journal, Object lock, @Nullable SavedIndex saved, TextCopies copies) {
    this.journal = journal;
    this.lock = lock;
    this.saved = saved;
    this.copies = copies;
    this.contents = new IndexContents(lock);
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            run -> {
              Thread thread = new Thread(run, "parley-search");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // a commit beside the close asks in vain
    worker.allowCoreThreadTimeOut(true);
  }

  /** To be used with the lock held. */
  IndexContents contents() {
    return contents;
  }

  /** Copies of texts. */
  TextCopies copies() {
    return copies;
  }

  /** See {@link MessageIndex#copied}. */
  boolean copied() {
    synchronized (work) {
      return copies.isDone(contents);
    }
  }

  /** What searches have read. */
  ReadTexts readTexts() {
    return readTexts;
  }

  /** To be used with the lock held. */
  MessageTable table() {
    return contents.table();
  }

  IndexProgress progress() {
    synchronized (lock) {
      return new IndexProgress(complete, contents.next(), journal.size());
    }
  }

  /** See {@link MessageIndex#build}. */
  boolean build(Progress progress) throws JournalException {
    synchronized (work) {
      load();
      while (!catchUp()) {
        if (progress.cancelled() || closed) {
          return false;
        }
        IndexProgress now = progress();
        progress.at(now.rows(), now.total());
        Page page = journal.read(now.rows(), JournalSnapshot.PAGE);
        synchronized (lock) {
          page.rows().forEach(contents::take);
          contents.setNext(page.next());
        }
        upkeep(ROWS_UNSAVED_BUILDING);
      }
      IndexProgress end = progress();
      progress.at(end.total(), end.total());
      upkeep(ROWS_UNSAVED);
      askUpkeep(); // copies of texts are not waited for
      return true;
    }
  }

  private void askUpkeep() {
    synchronized (lock) {
      if (!upkeepAsked && !closed) {
        upkeepAsked = true;
        worker.execute(this::upkeepLater);
      }
    }
  }

  private void load() throws JournalException {
    if (loaded || saved == null) {
      return;
    }
    IndexContents found = saved.load(lock);
    if (found != null) {
      addOpenTexts(found);
      synchronized (lock) {
        contents = found;
        savedRows = found.next();
      }
    }
    copies.begin(contents.table());
    loaded = true;
  }

  // The texts that are in no segment yet come from their rows: they are few.
  private void addOpenTexts(IndexContents found) throws JournalException {
    MessageTable table = found.table();
    int from = found.texts().firstOpen();
    while (from < table.size()) {
      int to = Math.min(table.size(), from + JournalSnapshot.PAGE);
      Map<Long, StoredEntry> rows = new HashMap<>();
      List<Long> seqs = new ArrayList<>();
      for (int slot = from; slot < to; slot++) {
        seqs.add(table.seq(slot));
      }
      journal.entries(seqs).forEach(row -> rows.put(row.seq(), row));
      for (long seq : seqs) {
        found.addText(seq, rows.get(seq));
      }
      from = to;
    }
  }

  // A commit that comes now is either in the size already, or is told after this.
  private boolean catchUp() {
    synchronized (lock) {
      complete = complete || contents.next() >= journal.size();
      return complete;
    }
  }

  @Override
  public void committed(long seq, Entry entry) {
    Long of = entry.of();
    if (entry.isLocal(LocalTypes.REMOVE) && of != null) {
      readTexts.removed(of);
    }
    synchronized (lock) {
      // Before that, the reading comes to this row by itself.
      if (complete && seq >= contents.next()) {
        contents.reader().read(seq, entry);
        contents.setNext(seq + 1);
        if (isUpkeepDue(ROWS_UNSAVED)) {
          askUpkeep();
        }
      }
    }
  }

  private boolean isUpkeepDue(long rowsUnsaved) {
    return contents.texts().hasWork()
        || contents.reader().hasRemoved()
        || copies.hasWork()
        || (saved != null && contents.next() - savedRows >= rowsUnsaved);
  }

  private void upkeepLater() {
    synchronized (work) {
      synchronized (lock) {
        upkeepAsked = false;
      }
      if (closed) {
        return;
      }
      upkeep(ROWS_UNSAVED);
      if (copies.goOn(contents)) {
        askUpkeep();
      }
    }
  }

  private void upkeep(long rowsUnsaved) {
    TextIndex texts = contents.texts();
    texts.seal();
    do { // what was removed is to leave the disk, too: that is saved at once
      List<Integer> removed;
      synchronized (lock) {
        removed = contents.reader().takeRemoved();
      }
      copies.wipe(removed, contents);
      purged |= texts.purge();
    } while (!save(rowsUnsaved));
  }

  // False where something was removed meanwhile. An index that could not be saved is read again
  // from the journal: that is no reason to fail.
  private boolean save(long rowsUnsaved) {
    boolean due;
    synchronized (lock) {
      due = purged || contents.next() - savedRows >= rowsUnsaved;
    }
    if (saved == null || !due) {
      return true;
    }
    try {
      long rows = saved.save(contents, lock);
      if (rows == SavedIndex.NOTHING) {
        return false;
      }
      purged = false;
      setSaved(rows);
    } catch (JournalException e) {
      LOG.log(System.Logger.Level.WARNING, "the search index could not be saved", e);
      setSaved(progress().rows()); // tried again after as many rows more
    }
    return true;
  }

  private void setSaved(long rows) {
    synchronized (lock) {
      savedRows = rows;
    }
  }

  @Override
  public void close() {
    closed = true;
    copies.stop();
    readTexts.close();
    worker.shutdown();
    synchronized (work) {
      // What was not even loaded is not worth more than what may be there.
      if (loaded) {
        upkeep(ROWS_NOT_WORTH_IT);
      }
      copies.close();
      if (saved != null) {
        saved.close();
      }
      synchronized (lock) {
        // Texts that are in no segment yet are in clear: a closed index must not keep them.
        contents = new IndexContents(lock);
        complete = false; // who asks late is not told that there was nothing
      }
    }
  }
}
