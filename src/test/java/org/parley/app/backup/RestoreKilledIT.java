package org.parley.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.HeldFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.app.profile.ProfileException;
import org.parley.crypto.Sha256;
import org.parley.journal.Progress;
import org.parley.name.PeerName;

/**
 * A process that restores a backup is killed with -9 at random moments: what it leaves is nothing,
 * a whole profile, or what nobody takes for a profile and a second restoring makes one of. {@code
 * -Dparley.restore.kills=N}: how often.
 */
class RestoreKilledIT {
  private static final int KILLS = Integer.getInteger("parley.restore.kills", 16);
  private static final int MESSAGES = 60;
  private static final char[] PASSWORD = "startup".toCharArray();
  private static final String UNPACKED = ".restore";
  private static final Set<String> NO_MEMBERS = Set.of(UNPACKED, "parley.lock", "parley.log");

  @TempDir private Path root;
  private Path backup;
  private byte[] sum;
  private long rows;
  private int states;

  @BeforeEach
  void back_up() throws Exception {
    backup = root.resolve("a.backup");
    Opening opening = opening("data");
    try (Profile profile = Assembly.create(opening, PASSWORD, step -> {})) {
      for (int i = 0; i < MESSAGES; i++) {
        commit(profile.journal(), received("bob", "long " + "x".repeat(50_000) + i));
      }
      rows = profile.journal().size();
    }
    Files.writeString(opening.directory(), "[]");
    try (HeldFolder held = HeldFolder.take(opening.folder())) {
      Backup.of(held, opening.directory()).write(backup, false, Progress.NONE);
    }
    sum = Sha256.of(Files.readAllBytes(backup));
  }

  /** Each with a state folder of its own, as on another machine. */
  private Opening opening(String folder) throws Exception {
    return opening(folder, 5000);
  }

  private Opening opening(String folder, int port) throws Exception {
    return new Opening(
        DataFolder.at(root.resolve(folder)),
        null,
        PeerName.of("alice"),
        port,
        root,
        root.resolve("state-" + states++),
        Distrust.REFUSE);
  }

  private void restore(String folder) throws Exception {
    Restore.run(backup, DataFolder.at(root.resolve(folder)), Progress.NONE);
  }

  private List<String> names(String folder) throws IOException {
    Path path = root.resolve(folder);
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void isWhole(String folder, String about) throws Exception {
    for (Member member : Member.values()) {
      assertThat(member.in(root.resolve(folder)))
          .as(about)
          .hasSameBinaryContentAs(member.in(root.resolve("data")));
    }
    try (Profile profile = Assembly.open(opening(folder), PASSWORD, null, step -> {})) {
      assertThat(profile.journal().size()).as(about).isEqualTo(rows);
      assertThat(profile.verifying().run(Progress.NONE).findings()).as(about).isEmpty();
    }
  }

  /** What no profile is, is told as such, and not touched by who takes it for one. */
  private void isRefused(String folder, ProfileException.Trouble trouble, String about)
      throws Exception {
    List<String> before = names(folder);
    assertThat(trouble(() -> Assembly.open(opening(folder), PASSWORD, null, step -> {})))
        .as(about)
        .isEqualTo(trouble);
    assertThat(trouble(() -> HeldFolder.take(opening(folder).folder())))
        .as(about)
        .isEqualTo(trouble);
    assertThat(names(folder)).as(about).isEqualTo(before);
  }

  /** Opens or makes a profile. */
  private interface Act {
    AutoCloseable run() throws Exception;
  }

  private static ProfileException.Trouble trouble(Act act) {
    ProfileException refused =
        catchThrowableOfType(
            ProfileException.class,
            () -> {
              act.run().close();
            });
    return refused == null ? null : refused.trouble();
  }

  /** Looks at what a kill left, and restores again. Returns what it was. */
  private String examine(String folder, String about) throws Exception {
    assertThat(Sha256.of(Files.readAllBytes(backup))).as(about).isEqualTo(sum);
    List<String> members = names(folder).stream().filter(n -> !NO_MEMBERS.contains(n)).toList();
    if (members.contains("vault.json")) {
      isWhole(folder, about);
      assertThatThrownBy(() -> restore(folder))
          .as(about)
          .isInstanceOfSatisfying(
              RestoreException.class,
              e -> assertThat(e.trouble()).isEqualTo(RestoreException.Trouble.NOT_EMPTY));
      return "whole";
    }
    boolean placed = !members.isEmpty();
    if (placed) {
      assertThat(members).as(about).contains("journal.mv.db");
      isRefused(folder, ProfileException.Trouble.JOURNAL_WITHOUT_VAULT, about);
      assertThat(trouble(() -> Assembly.create(opening(folder, 6000), PASSWORD, step -> {})))
          .as(about)
          .isEqualTo(ProfileException.Trouble.JOURNAL_WITHOUT_VAULT);
    } else {
      isRefused(folder, ProfileException.Trouble.VAULT_MISSING, about);
    }
    String left =
        placed
            ? "files without a vault"
            : names(folder).contains(UNPACKED) ? "half unpacked" : "nothing";
    restore(folder);
    assertThat(names(folder)).as(about).doesNotContain(UNPACKED);
    isWhole(folder, about);
    return left;
  }

  @Test
  void a_restoring_that_is_killed_leaves_nothing_a_profile_or_what_is_told_from_one()
      throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<String, Integer> left = new TreeMap<>();
    Process next = start(0);
    try {
      for (int i = 0; i < KILLS; i++) {
        Process now = next;
        next = start(i + 1);
        String about = "seed " + seed + ", kill " + i;
        kill(now, random);
        left.merge(examine("again-" + i, about), 1, Integer::sum);
        delete("again-" + i);
        delete("again-" + i + "-first");
      }
    } finally {
      next.destroyForcibly();
    }
    System.out.println("seed " + seed + ", restoring killed " + KILLS + " times, left: " + left);
  }

  private Process start(int number) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            RestoringProcess.class.getName(),
            backup.toString(),
            root.resolve("again-" + number).toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** At any moment, or, every other time, at one between unpacking and the end. */
  private static void kill(Process process, Random random) throws Exception {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("UNPACKED");
      String[] ready = out.readLine().split(" ");
      long unpacking = Long.parseLong(ready[1]);
      long all = Long.parseLong(ready[2]);
      boolean late = random.nextBoolean();
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      if (late) {
        assertThat(out.readLine()).isEqualTo("UNPACKED");
      }
      // The second time is quicker, and what is left of the span falls after the end.
      long span = late ? all - unpacking : all;
      long until = System.nanoTime() + (long) (random.nextDouble() * span);
      while (System.nanoTime() < until) {
        Thread.onSpinWait(); // a scheduler's pause would be longer than what is to be hit
      }
      assertThat(ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly()).isTrue();
      assertThat(process.waitFor()).isEqualTo(128 + 9);
    }
  }

  private void delete(String folder) throws IOException {
    Path path = root.resolve(folder);
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void wherever_between_two_files_it_was_killed_it_is_known_and_can_be_restored_again()
      throws Exception {
    for (int placed = 0; placed <= Restore.ORDER.size(); placed++) {
      String folder = "left-" + placed;
      Path unpacked = Files.createDirectories(root.resolve(folder).resolve(UNPACKED));
      for (Member member : Restore.ORDER) {
        boolean there = Restore.ORDER.indexOf(member) < placed;
        Files.copy(
            member.in(root.resolve("data")), member.in(there ? root.resolve(folder) : unpacked));
      }
      String expected =
          placed == 0
              ? "half unpacked"
              : placed < Restore.ORDER.size() ? "files without a vault" : "whole";
      assertThat(examine(folder, placed + " placed")).isEqualTo(expected);
    }
  }

  @Test
  void what_is_not_in_the_backup_is_never_deleted() throws Exception {
    Path left = Files.createDirectory(root.resolve("left"));
    Files.copy(root.resolve("data").resolve("journal.mv.db"), left.resolve("journal.mv.db"));
    Files.writeString(left.resolve("anchor.json"), "another's");
    assertThatThrownBy(() -> restore("left"))
        .isInstanceOfSatisfying(
            RestoreException.class,
            e -> {
              assertThat(e.trouble()).isEqualTo(RestoreException.Trouble.NOT_EMPTY);
              assertThat(e.detail()).isEqualTo("anchor.json");
            });
    assertThat(names("left")).contains("anchor.json", "journal.mv.db").doesNotContain(UNPACKED);
    assertThat(left.resolve("anchor.json")).hasContent("another's");
  }
}
