package org.parley.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.journal.Change;
import org.parley.journal.JournalException;
import org.parley.journal.JournalFiles;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.JournalStore;
import org.parley.journal.SearchBlock;
import org.parley.journal.SeenRow;

/**
 * A database that keeps a copy of the whole profile before and after each of its steps: what a
 * process that is killed there would leave.
 */
final class StoppedFiles implements JournalFiles {
  private final JournalFiles real;
  private final Path profile;
  private final Path copies;
  private final Consumer<Path> copied;
  private int count;

  /**
   * Over a database.
   *
   * @param profile the folder that is copied
   * @param copied is told each copy
   */
  StoppedFiles(JournalFiles real, Path profile, Path copies, Consumer<Path> copied) {
    this.real = real;
    this.profile = profile;
    this.copies = copies;
    this.copied = copied;
  }

  /** Copies the profile as it is now. */
  synchronized void stop(String where) throws JournalException {
    Path to = copies.resolve(String.format("%03d %s", count++, where));
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(profile.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new JournalException("the test could not copy", e);
    }
    copied.accept(to);
  }

  private interface Step {
    void run() throws JournalException;
  }

  private void step(String name, Step step) throws JournalException {
    stop("before " + name);
    step.run();
    stop("after " + name);
  }

  @Override
  public boolean exists() {
    return real.exists();
  }

  @Override
  public JournalStore open() throws JournalException {
    return new Stopped(real.open());
  }

  @Override
  public JournalStore createBeside() throws JournalException {
    stop("before create");
    JournalStore made = real.createBeside();
    stop("after create");
    return new Stopped(made);
  }

  @Override
  public void takeBeside(String oldId) throws JournalException {
    step("take", () -> real.takeBeside(oldId));
  }

  private final class Stopped implements JournalStore {
    private final JournalStore store;

    Stopped(JournalStore store) {
      this.store = store;
    }

    @Override
    public void write(Change change) throws JournalException {
      step("write", () -> store.write(change));
    }

    @Override
    public void writeSeen(List<SeenRow> rows) throws JournalException {
      step("seen", () -> store.writeSeen(rows));
    }

    @Override
    public void writeSearch(List<SearchBlock> put, List<Long> drop) throws JournalException {
      step("search", () -> store.writeSearch(put, drop));
    }

    @Override
    public void sync() throws JournalException {
      step("sync", store::sync);
    }

    @Override
    public void recover() throws JournalException {
      step("recover", store::recover);
    }

    @Override
    public boolean compactIfDue() throws JournalException {
      return store.compactIfDue();
    }

    @Override
    public void compact() throws JournalException {
      step("compact", store::compact);
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
      step("close", store::close);
    }
  }
}
