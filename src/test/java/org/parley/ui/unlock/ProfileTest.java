package org.parley.ui.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.settings.Language;
import org.parley.settings.Look;

/** Its equality is written by hand, so that it does not cost what a record's own costs at first. */
class ProfileTest {
  private static final Path A = Path.of("/a");
  private static final Path B = Path.of("/b");

  @Test
  void equals_what_is_the_same_in_all_components_and_nothing_else() {
    Profile one = new Profile(A, true, "alice", 5000, B, Look.DARK, Language.EN, 100);
    Profile same = new Profile(A, true, "alice", 5000, B, Look.DARK, Language.EN, 100);
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    List<Profile> others =
        List.of(
            new Profile(B, true, "alice", 5000, B, Look.DARK, Language.EN, 100),
            new Profile(A, false, "alice", 5000, B, Look.DARK, Language.EN, 100),
            new Profile(A, true, null, 5000, B, Look.DARK, Language.EN, 100),
            new Profile(A, true, "alice", 5001, B, Look.DARK, Language.EN, 100),
            new Profile(A, true, "alice", 5000, A, Look.DARK, Language.EN, 100),
            new Profile(A, true, "alice", 5000, B, Look.LIGHT, Language.EN, 100),
            new Profile(A, true, "alice", 5000, B, Look.DARK, Language.ZH, 100),
            new Profile(A, true, "alice", 5000, B, Look.DARK, Language.EN, 101));
    assertThat(others)
        .hasSameSizeAs(Profile.class.getRecordComponents())
        .doesNotContain(one)
        .allSatisfy(other -> assertThat(other).isNotEqualTo(one));
  }
}
