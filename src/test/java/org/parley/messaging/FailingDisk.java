package org.parley.messaging;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.parley.journal.Change;
import org.parley.journal.JournalException;
import org.parley.journal.JournalFiles;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.JournalStore;
import org.parley.journal.SearchBlock;
import org.parley.journal.SeenRow;

/** A database that fails when told to, before or after it wrote. */
final class FailingDisk implements JournalFiles {
  /** What happens to a write. */
  enum Mode {
    SOUND,
    /** It throws, and nothing is written. */
    FULL,
    /** It is written, and throws all the same. */
    WRITES_AND_THROWS,
    /** As that; and until it is sound again nobody can find out. */
    WRITES_AND_IS_GONE
  }

  private final JournalFiles files;
  volatile Mode mode = Mode.SOUND;

  FailingDisk(JournalFiles files) {
    this.files = files;
  }

  @Override
  public boolean exists() {
    return files.exists();
  }

  @Override
  public JournalStore open() throws JournalException {
    return new Store(files.open());
  }

  @Override
  public JournalStore createBeside() throws JournalException {
    return new Store(files.createBeside());
  }

  @Override
  public void takeBeside(String oldId) throws JournalException {
    files.takeBeside(oldId);
  }

  private final class Store implements JournalStore {
    private final JournalStore store;

    Store(JournalStore store) {
      this.store = store;
    }

    @Override
    public void write(Change change) throws JournalException {
      if (mode == Mode.FULL) {
        throw new JournalException("no space left");
      }
      store.write(change);
      if (mode != Mode.SOUND) {
        throw new JournalException("the disk was pulled out");
      }
    }

    @Override
    public void writeSeen(List<SeenRow> rows) throws JournalException {
      store.writeSeen(rows);
    }

    @Override
    public void writeSearch(List<SearchBlock> put, List<Long> drop) throws JournalException {
      store.writeSearch(put, drop);
    }

    @Override
    public void sync() throws JournalException {
      store.sync();
    }

    @Override
    public void recover() throws JournalException {
      if (mode == Mode.WRITES_AND_IS_GONE) {
        throw new JournalException("the disk is gone");
      }
      store.recover();
    }

    @Override
    public boolean compactIfDue() throws JournalException {
      return store.compactIfDue();
    }

    @Override
    public void compact() throws JournalException {
      store.compact();
    }

    @Override
    public void copyTo(OutputStream out) throws JournalException, IOException {
      store.copyTo(out);
    }

    @Override
    public JournalSnapshot snapshot() throws JournalException {
      return store.snapshot();
    }

    @Override
    public void close() throws JournalException {
      store.close();
    }
  }
}
