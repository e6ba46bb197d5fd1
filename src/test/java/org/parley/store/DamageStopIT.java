package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.names;
import static org.parley.store.TestProfile.received;
import static org.parley.store.TestProfile.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.DatabaseGoneException;
import org.parley.journal.Durability;
import org.parley.journal.Journal;
import org.parley.journal.JournalClock;
import org.parley.journal.JournalException;
import org.parley.journal.Renewal;
import org.parley.journal.StateChange;
import org.parley.journal.StoredEntry;
import org.parley.journal.verify.Verification;
import org.parley.vault.JournalId;

/**
 * The process stopped between any two writes: before and after each step of the database, between
 * the two anchors, and in the middle of what H2 writes for a commit. Afterwards every acknowledged
 * row is there, and nothing is found.
 */
class DamageStopIT {
  private static final int BLOCK = 4096;

  @TempDir Path root;
  private final List<Stop> stops = new CopyOnWriteArrayList<>();
  private final AtomicInteger acknowledged = new AtomicInteger();

  /** What was there when it stopped, and how many messages had been acknowledged by then. */
  private record Stop(Path folder, int acknowledged) {}

  private TestProfile profile;
  private StoppedFiles files;

  private void begin() throws Exception {
    profile = new TestProfile(root.resolve("p"));
    files =
        new StoppedFiles(
            profile.files(),
            root.resolve("p"),
            Files.createDirectories(root.resolve("stops")),
            copy -> stops.add(new Stop(copy, acknowledged.get())));
  }

  private void life() throws Exception {
    begin();
    try (Journal journal = Journal.create(profile.parts(files, JournalClock.system()))) {
      message(journal);
      commit(
          journal,
          new Batch(
              List.of(received("bob", "m" + acknowledged.get())),
              List.of(new StateChange(1, new byte[16], new byte[40])),
              Durability.SYNC));
      acknowledged.incrementAndGet();
      commit(
          journal, Batch.of(Durability.ASYNC, List.of(received("bob", "m" + acknowledged.get()))));
      acknowledged.incrementAndGet();
    }
    try (Journal journal = Journal.open(profile.parts(files, JournalClock.system()))) {
      message(journal);
    }
    files.stop("at the end");
  }

  private void message(Journal journal) throws Exception {
    commit(journal, received("bob", "m" + acknowledged.get()));
    acknowledged.incrementAndGet();
  }

  @Test
  void before_and_after_each_step() throws Exception {
    life();
    int opened = 0;
    for (Stop stop : stops) {
      opened += wholeAfter(stop, stop.folder()) ? 1 : 0;
    }
    System.out.println("DamageStopIT: " + stops.size() + " stops");
    assertThat(stops.size()).isGreaterThan(25);
    assertThat(opened).isEqualTo(stops.size());
  }

  @Test
  void between_the_two_anchors() throws Exception {
    life();
    int mixed = 0;
    for (int i = 1; i < stops.size(); i++) {
      Path before = stops.get(i - 1).folder();
      Path after = stops.get(i).folder();
      Path anchor = Path.of("data", "anchor.json");
      if (!Files.exists(after.resolve(anchor)) || same(before, after, anchor)) {
        continue;
      }
      // The file is written first: the copy may still be the one of before, or not be there yet.
      Path stopped = copy(before, "mixed-" + i);
      Files.createDirectories(stopped.resolve("data"));
      Files.copy(
          after.resolve(anchor), stopped.resolve(anchor), StandardCopyOption.REPLACE_EXISTING);
      assertThat(wholeAfter(stops.get(i - 1), stopped)).isTrue();
      mixed++;
    }
    assertThat(mixed).isGreaterThan(1);
  }

  private static boolean same(Path before, Path after, Path file) throws Exception {
    return Files.exists(before.resolve(file))
        && Arrays.equals(
            Files.readAllBytes(before.resolve(file)), Files.readAllBytes(after.resolve(file)));
  }

  @Test
  void in_the_middle_of_a_commit() throws Exception {
    life();
    int torn = 0;
    for (int i = 1; i < stops.size(); i++) {
      Path after = stops.get(i).folder();
      if (!after.getFileName().toString().endsWith("after write")) {
        continue;
      }
      torn += torn(stops.get(i - 1), after);
    }
    System.out.println("DamageStopIT: " + torn + " torn commits");
    assertThat(torn).isGreaterThan(8);
  }

  // Some of the blocks that the commit changed are on the disk, from either end.
  private int torn(Stop before, Path after) throws Exception {
    Path name = Path.of("data", "journal.mv.db");
    if (!Files.exists(after.resolve(name))) {
      return 0; // it is being made, and has another name
    }
    byte[] old = Files.readAllBytes(before.folder().resolve(name));
    byte[] fresh = Files.readAllBytes(after.resolve(name));
    List<Integer> changed = new ArrayList<>();
    for (int at = 0; at < fresh.length; at += BLOCK) {
      int end = Math.min(at + BLOCK, fresh.length);
      if (at >= old.length
          || Arrays.mismatch(fresh, at, end, old, at, Math.min(end, old.length)) >= 0) {
        changed.add(at);
      }
    }
    int done = 0;
    for (int written = 1; written < changed.size(); written++) {
      for (boolean fromFront : new boolean[] {true, false}) {
        List<Integer> blocks =
            fromFront
                ? changed.subList(0, written)
                : changed.subList(changed.size() - written, changed.size());
        int length = Math.max(old.length, blocks.get(blocks.size() - 1) + BLOCK);
        byte[] mixed = Arrays.copyOf(old, Math.min(length, Math.max(old.length, fresh.length)));
        for (int at : blocks) {
          System.arraycopy(fresh, at, mixed, at, Math.min(BLOCK, fresh.length - at));
        }
        Path stopped = copy(before.folder(), "torn " + after.getFileName() + written + fromFront);
        Files.write(stopped.resolve(name), mixed);
        assertThat(wholeAfter(before, stopped)).isTrue();
        done++;
      }
    }
    return done;
  }

  private Path copy(Path folder, String name) throws Exception {
    Path to = root.resolve(name);
    try (var all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(folder.relativize(file).toString()));
      }
    }
    return to;
  }

  /** Opens what was left: all that was acknowledged is there, and nothing is found. */
  private boolean wholeAfter(Stop stop, Path folder) throws Exception {
    TestProfile left = new TestProfile(folder);
    left.setId(profile.id());
    String about = folder.getFileName().toString();
    try (Journal journal = left.open()) {
      assertThat(names(journal.findings())).as(about).isEmpty();
      Verification verification = verify(journal);
      assertThat(names(verification.findings())).as(about).isEmpty();
      assertThat(verification.seenWrong()).as(about).isZero();
      List<String> texts = new ArrayList<>();
      for (StoredEntry row : journal.read(0, 100).rows()) {
        texts.add(row.entry().text());
      }
      for (int i = 0; i < stop.acknowledged(); i++) {
        assertThat(texts).as(about).contains("m" + i);
      }
      commit(journal, received("bob", "goes on"));
      return true;
    }
  }

  @Test
  void while_a_journal_is_set_aside() throws Exception {
    begin();
    try (Journal journal = Journal.create(profile.parts(files, JournalClock.system()))) {
      message(journal);
    }
    profile.sql("UPDATE HEAD SET size = 7");
    JournalId old = profile.id();
    stops.clear();
    List<JournalId> ids = new ArrayList<>(List.of(old));
    List<Integer> since = new ArrayList<>();
    Journal damaged = Journal.open(profile.parts(files, JournalClock.system()));
    Renewal.setAside(
            damaged.parts(),
            damaged,
            row -> true,
            id -> {
              files.stop("before the id");
              ids.add(id);
              since.add(stops.size());
              profile.setId(id);
              files.stop("after the id");
            })
        .close();
    for (int i = 0; i < stops.size(); i++) {
      TestProfile left = new TestProfile(stops.get(i).folder());
      left.setId(i < since.get(0) ? ids.get(0) : ids.get(1));
      String about = stops.get(i).folder().getFileName().toString();
      assertThat(kept(left, about)).as(about).isTrue();
    }
    assertThat(stops.size()).isGreaterThan(10);
  }

  // It opens, or asks to be set aside (again); the damaged file is there under one name or another.
  private static boolean kept(TestProfile left, String about) throws Exception {
    try (Journal journal = left.open()) {
      assertThat(journal.appendable() || !journal.findings().isEmpty()).as(about).isTrue();
    } catch (DatabaseGoneException e) {
      throw new AssertionError(about, e);
    } catch (JournalException e) {
      assertThat(e).as(about).hasMessageContaining("opened");
    }
    try (var files = Files.list(left.data())) {
      return files.anyMatch(f -> f.getFileName().toString().startsWith("journal"));
    }
  }
}
