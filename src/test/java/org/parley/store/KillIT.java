package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Journal;
import org.parley.journal.verify.Verification;

class KillIT {
  @TempDir Path root;

  @Test
  void what_was_acknowledged_outlives_a_kill_and_the_journal_verifies() throws Exception {
    TestProfile profile = new TestProfile(root);
    profile.create().close();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<Long, String> acknowledged = new TreeMap<>();
    for (int round = 0; round < 5; round++) {
      int before = acknowledged.size();
      appendUntilKilled(acknowledged, 20 + random.nextInt(400));
      assertThat(acknowledged.size()).isGreaterThan(before);
      try (Journal journal = profile.open()) {
        check(journal, acknowledged, "seed " + seed + ", round " + round);
      }
    }
  }

  @Test
  void a_kill_while_the_file_is_compacted_under_the_running_program_loses_nothing()
      throws Exception {
    TestProfile profile = new TestProfile(root);
    profile.create().close();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<Long, String> acknowledged = new TreeMap<>();
    for (int round = 0; round < Integer.getInteger("parley.compaction.kills", 3); round++) {
      killWhileCompacting(acknowledged, random.nextInt(120));
      try (Journal journal = profile.open()) {
        check(journal, acknowledged, "seed " + seed + ", round " + round);
      }
    }
  }

  private static void check(Journal journal, Map<Long, String> acknowledged, String about)
      throws Exception {
    assertThat(journal.findings()).as(about).isEmpty();
    Verification verification = TestProfile.verify(journal);
    assertThat(verification.findings()).as(about).isEmpty();
    assertThat(verification.seenWrong()).as(about).isZero();
    for (Map.Entry<Long, String> row : acknowledged.entrySet()) {
      assertThat(journal.entry(row.getKey()).entry().text()).as(about).isEqualTo(row.getValue());
    }
  }

  // The new file lies beside the old one until it takes its place: that is when to kill.
  private void killWhileCompacting(Map<Long, String> acknowledged, int millis) throws Exception {
    Process process = start("100000");
    Thread killer =
        new Thread(
            () -> {
              try {
                while (process.isAlive() && !isBeingReplaced()) {
                  Thread.sleep(1); // how often it looks; no file tells when it comes
                }
                Thread.sleep(millis); // into the compaction, or past it: each moment is to be met
                process.toHandle().destroyForcibly();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    try (BufferedReader out = output(process)) {
      assertThat(out.readLine()).startsWith("READY");
      killer.start();
      String line;
      while ((line = out.readLine()) != null && line.length() >= "0 text ".length() + 36) {
        acknowledge(acknowledged, line);
      }
    }
    assertThat(process.waitFor()).isEqualTo(128 + 9);
    killer.join();
  }

  private boolean isBeingReplaced() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("data"))) {
      return files.anyMatch(f -> f.toString().endsWith(".tempFile"));
    }
  }

  private Process start(String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(AppendingProcess.class.getName(), root.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void acknowledge(Map<Long, String> acknowledged, String line) {
    acknowledged.put(
        Long.parseLong(line.substring(0, line.indexOf(' '))),
        line.substring(line.indexOf(' ') + 1));
  }

  private void appendUntilKilled(Map<Long, String> acknowledged, int lines) throws Exception {
    Process process = start();
    try (BufferedReader out = output(process)) {
      String line = out.readLine();
      assertThat(line).startsWith("READY");
      for (int i = 0; (line = out.readLine()) != null; i++) {
        if (i == lines) {
          // SIGKILL; through the handle, as the process itself would close the pipe: what is in it
          // was said before.
          assertThat(ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly()).isTrue();
        }
        if (line.length() < "0 text ".length() + 36) {
          break; // cut off by the kill
        }
        acknowledge(acknowledged, line);
      }
    }
    assertThat(process.waitFor()).isEqualTo(128 + 9);
  }
}
