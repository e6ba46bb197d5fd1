package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody pastes, which a stranger may have written. */
class InvitationFuzz {
  static Stream<byte[]> seeds() throws Exception {
    return Stream.of(
            Invitation.invite(
                "bob", "192.0.2.7", "5000", Password.of("correct horse".toCharArray())),
            Invitation.reply("bob", "::1", "5000"),
            "> " + Invitation.reply("bob", "a.example", "5000") + "\nregards",
            "{}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10s")
  void what_is_read_reads_the_same_once_it_is_written(byte[] data) throws Exception {
    ContactForm form;
    try {
      form = Invitation.read(new String(data, StandardCharsets.UTF_8));
    } catch (DirectoryDamagedException e) {
      assertThat(e.getMessage()).isNotEmpty();
      return;
    }
    if (!Invitation.check(form.name(), form.host(), form.port()).isEmpty()) {
      return; // shown in its fields, each with what is wrong
    }
    ContactForm again = Invitation.read(Invitation.reply(form.name(), form.host(), form.port()));
    assertThat(Invitation.check(again.name(), again.host(), again.port()).isEmpty()).isTrue();
    assertThat(again.port()).isEqualTo(form.port());
  }
}
