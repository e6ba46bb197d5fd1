package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.received;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Journal;

/**
 * H2 takes it that a commit is written by another one that was under way when it came, and that may
 * have begun before: then it says that it is done, and the file lacks it until the next one. A kill
 * in between lost what was acknowledged.
 */
class CommittedIT {
  private static final int COMMITS = 40;
  private static final char[] PASSWORD = TestProfile.PASSWORD.toCharArray();

  @TempDir Path root;

  @Test
  void what_is_committed_is_in_the_file_though_others_write_at_the_same_moment() throws Exception {
    TestProfile profile = new TestProfile(root);
    try (Journal journal = profile.create()) {
      ExecutorService others = Executors.newFixedThreadPool(2);
      for (int i = 0; i < 2; i++) {
        others.execute(() -> openAgainAndAgain(profile.database(), others));
      }
      for (int i = 0; i < COMMITS; i++) {
        TestProfile.commit(
            journal, Batch.of(Durability.ASYNC, List.of(received("bob", "message " + i))));
        assertThat(rowsInTheFile(profile.database())).isEqualTo(i + 1);
      }
      others.shutdownNow();
      assertThat(others.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Each connection writes a little: the settings of its URL. */
  private static void openAgainAndAgain(Path file, ExecutorService until) {
    while (!until.isShutdown()) {
      try (Connection connection = H2.open(file, PASSWORD)) {
        assertThat(connection.isClosed()).isFalse();
      } catch (SQLException | org.parley.journal.JournalException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What somebody finds who opens the file after a kill at this moment. */
  private long rowsInTheFile(Path file) throws Exception {
    Path copy = root.resolve("copy.mv.db");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection = H2.open(copy, PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM ENTRY")) {
      count.next();
      return count.getLong(1);
    }
  }
}
