package org.parley.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.words.Words;

class PasswordsTest {
  @TempDir Path folder;

  private final Deque<String> typed = new ArrayDeque<>();

  private Passwords passwords(String inEnvironment, boolean console) {
    PasswordPrompt prompt =
        console
            ? text -> {
              String next = typed.poll();
              return next == null ? null : next.toCharArray();
            }
            : null;
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            name -> Passwords.VARIABLE.equals(name) ? inEnvironment : null,
            prompt);
    return new Passwords(terminal, Words.in(Locale.ENGLISH));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("password"), content);
  }

  @Test
  void the_file_comes_before_the_environment_and_the_console() throws Exception {
    typed.add("typed");

    assertThat(passwords("variable", true).startup(file("first\nsecond\n")))
        .containsExactly("first".toCharArray());
  }

  @Test
  void the_environment_comes_before_the_console() throws Exception {
    typed.add("typed");

    assertThat(passwords("variable", true).startup(null)).containsExactly("variable".toCharArray());
  }

  @Test
  void the_console_is_asked_where_nothing_else_is_given() throws Exception {
    typed.add("typed");

    assertThat(passwords(null, true).startup(null)).containsExactly("typed".toCharArray());
  }

  @Test
  void an_empty_variable_counts_as_none() throws Exception {
    typed.add("typed");

    assertThat(passwords("", true).startup(null)).containsExactly("typed".toCharArray());
  }

  @Test
  void where_nobody_can_be_asked_a_sentence_names_the_ways() {
    CommandFailed failure =
        catchThrowableOfType(CommandFailed.class, () -> passwords(null, false).startup(null));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.VAULT);
    assertThat(failure.sentence()).contains("--password-file", "PARLEY_PASSWORD");
  }

  @Test
  void a_line_break_of_any_kind_is_no_part_of_the_password() throws Exception {
    assertThat(passwords(null, false).startup(file("pässwörd\r\n")))
        .containsExactly("pässwörd".toCharArray());
    assertThat(passwords(null, false).startup(file("no end")))
        .containsExactly("no end".toCharArray());
  }

  @Test
  void a_missing_password_file_leaves_the_vault_shut() {
    Path missing = folder.resolve("missing");

    CommandFailed failure =
        catchThrowableOfType(
            CommandFailed.class, () -> passwords("variable", true).startup(missing));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.VAULT);
    assertThat(failure.sentence()).contains(missing.toString());
  }

  @Test
  void a_file_that_is_no_text_is_refused_without_being_quoted() throws IOException {
    Path file = Files.write(folder.resolve("binary"), new byte[] {'s', 'e', (byte) 0xff, '\n'});

    CommandFailed failure =
        catchThrowableOfType(CommandFailed.class, () -> passwords(null, false).startup(file));

    assertThat(failure.sentence()).contains("UTF-8").doesNotContain("se\uFFFD");
  }

  @Test
  void a_first_line_without_end_is_refused() throws IOException {
    byte[] endless = new byte[100_000];
    Arrays.fill(endless, (byte) 'a');
    Path file = Files.write(folder.resolve("long"), endless);

    assertThat(
            catchThrowableOfType(CommandFailed.class, () -> passwords(null, false).startup(file)))
        .hasMessageContaining("too long");
  }

  @Test
  void a_new_password_is_asked_twice() throws Exception {
    typed.add("new");
    typed.add("new");

    assertThat(passwords(null, true).fresh(null)).containsExactly("new".toCharArray());
    assertThat(typed).isEmpty();
  }

  @Test
  void two_different_new_passwords_are_refused() {
    typed.add("new");
    typed.add("mew");

    assertThat(catchThrowableOfType(CommandFailed.class, () -> passwords(null, true).fresh(null)))
        .extracting(CommandFailed::exitCode)
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void an_empty_new_password_is_refused() throws IOException {
    Path empty = file("\n");

    assertThat(catchThrowableOfType(CommandFailed.class, () -> passwords(null, false).fresh(empty)))
        .extracting(CommandFailed::exitCode)
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void the_environment_is_not_the_replacement_of_itself() throws Exception {
    typed.add("other");
    typed.add("other");

    assertThat(passwords("variable", true).replacement(null))
        .containsExactly("other".toCharArray());
  }

  @Test
  void a_password_that_the_locale_could_not_spell_is_refused() {
    typed.add("p\uFFFD\uFFFDss");

    assertThat(catchThrowableOfType(CommandFailed.class, () -> passwords(null, true).startup(null)))
        .extracting(CommandFailed::exitCode)
        .isEqualTo(ExitCode.VAULT);
  }
}
