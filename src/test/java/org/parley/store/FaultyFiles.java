package org.parley.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.journal.Change;
import org.parley.journal.JournalException;
import org.parley.journal.JournalFiles;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.JournalStore;
import org.parley.journal.SearchBlock;
import org.parley.journal.SeenRow;

/** A database that fails when it is told to, and counts. */
final class FaultyFiles implements JournalFiles {
  private final JournalFiles real;
  volatile boolean failBeforeWrite;
  volatile boolean failAfterWrite;
  volatile boolean failSync;
  volatile boolean failRecover;
  volatile boolean failCreate;
  volatile boolean failSearch;
  final AtomicInteger writes = new AtomicInteger();
  final AtomicInteger syncs = new AtomicInteger();
  final AtomicInteger recoveries = new AtomicInteger();
  volatile CountDownLatch gate = new CountDownLatch(0);
  final CountDownLatch entered = new CountDownLatch(1);

  FaultyFiles(JournalFiles real) {
    this.real = real;
  }

  @Override
  public boolean exists() {
    return real.exists();
  }

  @Override
  public JournalStore open() throws JournalException {
    return new Faulty(real.open());
  }

  @Override
  public JournalStore createBeside() throws JournalException {
    failIf(failCreate);
    return real.createBeside();
  }

  @Override
  public void takeBeside(String oldId) throws JournalException {
    real.takeBeside(oldId);
  }

  private static void failIf(boolean fails) throws JournalException {
    if (fails) {
      throw new JournalException("the test said so");
    }
  }

  private final class Faulty implements JournalStore {
    private final JournalStore store;

    Faulty(JournalStore store) {
      this.store = store;
    }

    @Override
    public void write(Change change) throws JournalException {
      entered.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new JournalException("interrupted", e);
      }
      writes.incrementAndGet();
      failIf(failBeforeWrite);
      store.write(change);
      failIf(failAfterWrite);
    }

    @Override
    public void writeSeen(List<SeenRow> rows) throws JournalException {
      store.writeSeen(rows);
    }

    @Override
    public void writeSearch(List<SearchBlock> put, List<Long> drop) throws JournalException {
      failIf(failSearch);
      store.writeSearch(put, drop);
    }

    @Override
    public void sync() throws JournalException {
      syncs.incrementAndGet();
      failIf(failSync);
      store.sync();
    }

    @Override
    public void recover() throws JournalException {
      recoveries.incrementAndGet();
      failIf(failRecover);
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
