package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
        String about = "seed " + seed + ", round " + round;
        assertThat(journal.findings()).as(about).isEmpty();
        Verification verification = TestProfile.verify(journal);
        assertThat(verification.findings()).as(about).isEmpty();
        assertThat(verification.seenWrong()).as(about).isZero();
        for (Map.Entry<Long, String> row : acknowledged.entrySet()) {
          assertThat(journal.entry(row.getKey()).entry().text())
              .as(about)
              .isEqualTo(row.getValue());
        }
      }
    }
  }

  private void appendUntilKilled(Map<Long, String> acknowledged, int lines) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AppendingProcess.class.getName(),
                root.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
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
        acknowledged.put(
            Long.parseLong(line.substring(0, line.indexOf(' '))),
            line.substring(line.indexOf(' ') + 1));
      }
    }
    assertThat(process.waitFor()).isEqualTo(128 + 9);
  }
}
