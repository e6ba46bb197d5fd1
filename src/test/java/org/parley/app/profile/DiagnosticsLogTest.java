package org.parley.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsLogTest {
  @TempDir Path folder;

  private static LogRecord record(String sentence, Throwable thrown) {
    LogRecord record = new LogRecord(Level.WARNING, sentence);
    record.setLoggerName("org.parley.network.Listener");
    record.setThrown(thrown);
    return record;
  }

  @Test
  void of_an_exception_only_its_class_and_our_own_places_are_kept() throws IOException {
    Path file = folder.resolve("parley.log");
    DiagnosticsLog log = new DiagnosticsLog(file, 10_000);

    log.publish(record("the listener ended", new IOException("bob at 10.0.0.1 said secret")));

    assertThat(Files.readString(file))
        .contains("WARNING org.parley.network.Listener: the listener ended")
        .contains("java.io.IOException", "DiagnosticsLogTest")
        .doesNotContain("bob", "10.0.0.1", "secret", "junit");
  }

  @Test
  void at_its_limit_the_file_becomes_the_one_older_file() throws IOException {
    Path file = folder.resolve("parley.log");
    DiagnosticsLog log = new DiagnosticsLog(file, 100);

    for (int i = 0; i < 50; i++) {
      log.publish(record("line " + i, null));
    }

    assertThat(Files.size(file)).isLessThan(300);
    assertThat(Files.readString(file)).contains("line 49");
    assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString))
        .containsExactlyInAnyOrder("parley.log", "parley.log.1");
  }

  @Test
  void fine_details_are_not_kept() {
    DiagnosticsLog log = new DiagnosticsLog(folder.resolve("parley.log"), 100);

    log.publish(new LogRecord(Level.FINE, "detail"));

    assertThat(folder.resolve("parley.log")).doesNotExist();
  }
}
