package org.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.app.console.ExitCode;
import org.parley.app.console.StopSignal;
import org.parley.app.console.Terminal;
import org.parley.words.Words;
import picocli.CommandLine;

/** Commands and options, up to where a profile would be opened. */
class CliTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Words words = Words.in(Locale.ENGLISH);

  private Terminal terminal() {
    Map<String, String> environment =
        Map.of(
            "PARLEY_PASSWORD", "x",
            "XDG_DATA_HOME", folder.toString(),
            "XDG_STATE_HOME", folder.toString());
    return new Terminal(new ByteArrayInputStream(new byte[0]), out, err, environment::get, null);
  }

  private int run(String... arguments) {
    return new Cli(terminal(), words, new StopSignal()).run(arguments);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--data none listen",
        "listen --data none --count 5 --json --stdin",
        "send bob --data none hello --queue --json",
        "send --json --data none bob hello",
        "contacts --data none list --json",
        "contacts list --data none",
        "contacts rename bob robert --data none",
        "contacts edit bob --address ::1 --data none",
        "history --data none --text a --peer b --direction sent --since 2026-01-01 --limit 5"
            + " --pdus",
        "verify --data none --json",
        "passwd --data none --new-password-file f"
      })
  void options_stand_anywhere_and_a_missing_vault_is_3(String line) {
    String[] arguments = line.replace("none", folder.resolve("none").toString()).split(" ");

    assertThat(run(arguments)).as(errors()).isEqualTo(ExitCode.VAULT);
    assertThat(errors()).contains("init").hasLineCount(1);
    assertThat(out.size()).isZero();
  }

  @Test
  void a_message_may_begin_with_what_other_programs_take_for_a_file() {
    assertThat(run("send", "bob", "@/etc/passwd")).as(errors()).isEqualTo(ExitCode.VAULT);
  }

  @Test
  void a_control_character_in_a_wrong_argument_is_shown_and_not_obeyed() {
    assertThat(run("listen", "\u001b[2Jfoo")).isEqualTo(ExitCode.USAGE);
    assertThat(errors()).doesNotContain("\u001b").contains("\\u{1b}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "gui, true",
    "gui --data none, true",
    "gui --data gui, true",
    "gui --data ~/a=b, true",
    "gui --data @none, true",
    "gui --data 'none', true",
    "gui --data \"none\", true",
    "gui --data, false",
    "gui --data -x, false",
    "gui --data -- none, false",
    "gui --data none --data other, false",
    "gui --data=none, false",
    "gui --port 5001, false",
    "gui --help, false",
    "--data none, false",
    "init --data none, false"
  })
  void the_usual_start_of_the_window_is_read_as_all_options_are(String line, boolean usual) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");

    GlobalOptions read = UsualStart.options(arguments);

    assertThat(read != null).isEqualTo(usual);
    if (read != null) {
      Surroundings here = surroundings();
      CommandTree.all(here).parseArgs(arguments);
      assertThat(read).usingRecursiveComparison().isEqualTo(here.options());
    }
  }

  static Stream<String> commands() {
    return names(CommandTree.all(surroundings())).stream();
  }

  private static List<String> names(CommandLine line) {
    List<String> names = new ArrayList<>();
    names.add(line.getCommandSpec().qualifiedName(" "));
    line.getSubcommands().values().forEach(sub -> names.addAll(names(sub)));
    return names;
  }

  static Surroundings surroundings() {
    return new Surroundings(
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            name -> null,
            null),
        Words.in(Locale.ENGLISH),
        new StopSignal(),
        new GlobalOptions(),
        Path.of(""));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_explains_itself_and_each_of_its_options(String command) {
    String[] arguments = (command.replaceFirst("parley ?", "") + " --help").strip().split(" ");

    assertThat(run(arguments)).as(errors()).isZero();
    String help = out.toString(StandardCharsets.UTF_8);
    assertThat(help).contains("--password-file", "--directory-password-file");
    CommandLine line = CommandTree.all(surroundings());
    for (String part : command.replaceFirst("parley ?", "").split(" ")) {
      line = part.isEmpty() ? line : line.getSubcommands().get(part);
    }
    line.getCommandSpec()
        .options()
        .forEach(option -> assertThat(option.description()).as(option.longestName()).isNotEmpty());
  }
}
