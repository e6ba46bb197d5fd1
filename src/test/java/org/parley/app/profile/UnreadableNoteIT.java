package org.parley.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.ProfileException.Trouble;
import org.parley.journal.Finding;
import org.parley.journal.FindingDetail;
import org.parley.journal.JournalKeys;
import org.parley.journal.Progress;
import org.parley.name.PeerName;
import org.parley.settings.StateId;
import org.parley.vault.Vault;

/** A note that blocked somebody, and whose row was damaged in the file. */
class UnreadableNoteIT {
  private static final char[] PASSWORD = "startup".toCharArray();

  @TempDir private Path root;

  @BeforeEach
  void block_and_damage() throws Exception {
    try (Profile profile = Assembly.create(opening(Distrust.REFUSE), PASSWORD, step -> {})) {
      profile.messenger().block(PeerName.of("bob"), true);
      assertThat(profile.upkeep().verify(Progress.NONE).ok()).isTrue();
    }
    // Not its end, which the head covers: only the row's own seal tells.
    sql(
        "UPDATE STATE SET sealed = SUBSTRING(sealed FROM 1 FOR 16) || X'0000000000000000'"
            + " || SUBSTRING(sealed FROM 25) WHERE "
            + ofBob());
  }

  private static String ofBob() {
    return "kind = 5 AND id = X'" + StateId.named("contact/bob") + "'";
  }

  private Opening opening(Distrust distrust) throws Exception {
    return new Opening(
        DataFolder.at(root.resolve("data")),
        null,
        PeerName.of("alice"),
        5000,
        root,
        root.resolve("state"),
        distrust);
  }

  private void sql(String statement) throws Exception {
    Path data = root.resolve("data");
    try (Vault vault = Vault.open(data.resolve("vault.json"), PASSWORD)) {
      String password = new String(JournalKeys.databasePassword(vault));
      try (Connection connection =
              DriverManager.getConnection(
                  "jdbc:h2:" + data.resolve("journal") + ";CIPHER=AES",
                  "parley",
                  password + " " + password);
          Statement sql = connection.createStatement()) {
        assertThat(sql.executeUpdate(statement)).isEqualTo(1);
      }
    }
  }

  private static boolean blocksBob(Profile profile) throws Exception {
    return profile.messenger().note("bob").blocked();
  }

  private static List<FindingDetail> found(Profile profile) {
    return profile.journal().findings().stream().map(Finding::detail).toList();
  }

  @Test
  void it_goes_on_blocking_and_the_owner_is_told_although_a_verification_was_not_due()
      throws Exception {
    try (Profile profile = Assembly.open(opening(Distrust.REFUSE), PASSWORD, null, step -> {})) {
      assertThat(blocksBob(profile)).isTrue();
      assertThat(found(profile)).isEmpty();
      CountDownLatch told = new CountDownLatch(1);
      profile.journal().addFindingsListener(told::countDown);
      profile.upkeep().start();
      assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(found(profile)).containsExactly(FindingDetail.STATE_SEAL);
    }
  }

  @Test
  void it_goes_on_blocking_in_the_journal_that_takes_the_place_of_one_set_aside() throws Exception {
    sql("UPDATE HEAD SET size = 7");
    ProfileException refused =
        catchThrowableOfType(
            ProfileException.class,
            () -> Assembly.open(opening(Distrust.REFUSE), PASSWORD, null, step -> {}).close());
    assertThat(refused.trouble()).isEqualTo(Trouble.JOURNAL_UNTRUSTED);

    try (Profile profile = Assembly.open(opening(Distrust.SET_ASIDE), PASSWORD, null, step -> {})) {
      assertThat(blocksBob(profile)).isTrue();
      assertThat(profile.upkeep().verify(Progress.NONE).findings())
          .extracting(Finding::detail)
          .containsExactly(FindingDetail.STATE_SEAL);
    }
  }
}
