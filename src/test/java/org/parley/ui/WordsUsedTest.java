package org.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.directory.DirectoryChange;
import org.parley.directory.DirectoryDamagedException;
import org.parley.directory.Field;
import org.parley.directory.PasswordStrength;
import org.parley.directory.Problem;
import org.parley.journal.FindingKind;
import org.parley.journal.export.ExportFault;
import org.parley.journal.export.ExportFormat;
import org.parley.journal.export.ExportStep;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.name.InvalidNameException;
import org.parley.session.Check;
import org.parley.settings.Closing;
import org.parley.settings.EnterKey;
import org.parley.settings.Language;
import org.parley.settings.ListenOn;
import org.parley.settings.Look;
import org.parley.settings.Notifications;
import org.parley.ui.unlock.OpeningException;
import org.parley.ui.unlock.OpeningStep;
import org.parley.ui.unlock.RestoringException;
import org.parley.ui.workplace.ArchiveException;
import org.parley.ui.workplace.OwnPlace;
import org.parley.ui.workplace.Status;
import org.parley.ui.workplace.TalkException;
import org.parley.ui.workplace.WireItem;
import org.parley.wire.MsgType;
import org.parley.words.Words;

/** Every key that the code asks for is in the bundle, and every key of the window is asked for. */
class WordsUsedTest {
  private static final Pattern KEY = Pattern.compile("\"((?:ui|failure)\\.[A-Za-z0-9_.]*)\"");

  private static final Set<String> BUNDLE =
      new TreeSet<>(ResourceBundle.getBundle("org.parley.words.messages", Locale.ROOT).keySet());

  private static List<String> used() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/parley"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher keys = KEY.matcher(Files.readString(file));
        while (keys.find()) {
          found.add(keys.group(1));
        }
      }
    }
    return found;
  }

  /** Keys that are put together: the beginning as it stands in the code, and every end. */
  private static List<String> composed() {
    List<String> keys = new ArrayList<>();
    add(keys, "failure.", FailureKind.values());
    add(keys, "ui.strength.", PasswordStrength.Level.values());
    add(keys, "ui.fault.name.", InvalidNameException.Rule.values());
    add(keys, "ui.unlock.step.", OpeningStep.values());
    add(keys, "ui.unlock.problem.", OpeningException.Problem.values());
    add(keys, "ui.restore.problem.", RestoringException.Problem.values());
    add(keys, "ui.talk.problem.", TalkException.Problem.values());
    add(keys, "ui.settings.look.", Look.values());
    add(keys, "ui.status.journal.", Status.Journal.values());
    add(keys, "ui.paste.problem.", DirectoryDamagedException.Reason.values());
    for (Fate fate : Fate.values()) {
      if (fate != Fate.RECEIVED) {
        keys.add("ui.fate." + fate);
      }
    }
    for (String column : List.of("name", "address", "port", "password", "seen")) {
      keys.add("ui.contacts.column." + column);
    }
    for (String column : List.of("take", "name", "here", "file", "what")) {
      keys.add("ui.contacts.import.column." + column);
    }
    add(keys, "ui.contacts.import.field.", Field.values());
    add(keys, "ui.contacts.step.", DirectoryChange.Kind.values());
    add(keys, "ui.settings.language.", Language.values());
    add(keys, "ui.settings.enter.", EnterKey.values());
    add(keys, "ui.settings.notifications.", Notifications.values());
    add(keys, "ui.settings.listen.", ListenOn.values());
    add(keys, "ui.settings.closing.", Closing.values());
    add(keys, "ui.settings.port.", OwnPlace.Refusal.values());
    addArchive(keys);
    for (String tab : List.of("conversations", "directory", "history", "wire")) {
      keys.add("ui.window." + tab);
      keys.add("ui.command." + tab);
    }
    for (String command :
        List.of(
            "jump",
            "find",
            "searchAll",
            "newContact",
            "toAddress",
            "previous",
            "next",
            "lock",
            "settings",
            "keys")) {
      keys.add("ui.command." + command);
    }
    for (String choice :
        List.of("look", "language", "enter", "notifications", "listen", "closing")) {
      keys.add("ui.settings." + choice);
    }
    keys.addAll(problems());
    return keys;
  }

  private static void addArchive(List<String> keys) {
    add(keys, "ui.archive.problem.", ArchiveException.Problem.values());
    add(keys, "ui.finding.", FindingKind.values());
    add(keys, "ui.export.format.", ExportFormat.values());
    add(keys, "ui.export.says.", ExportFormat.values());
    add(keys, "ui.export.step.", ExportStep.values());
    add(keys, "ui.checkExport.fault.", ExportFault.values());
    add(keys, "ui.wire.result.", WireItem.Result.values());
    add(keys, "ui.wire.says.", MsgType.values());
    for (String scope : List.of("EVERYTHING", "SEARCH", "CONVERSATION")) {
      keys.add("ui.export.scope." + scope);
    }
    for (String way : List.of("BOTH", "SENT", "RECEIVED")) {
      keys.add("ui.history.way." + way);
    }
    for (String when : List.of("ANY", "TODAY", "WEEK", "YEAR", "BETWEEN")) {
      keys.add("ui.history.when." + when);
    }
    for (String item : List.of("open", "copy", "details", "remove")) {
      keys.add("ui.history.menu." + item);
    }
    for (String local : List.of("remove", "accept", "finding", "follows", "unrecorded")) {
      keys.add("ui.wire.local." + local);
    }
    for (String standing : List.of("PASSED", "FAILED", "NOT_MADE")) {
      keys.add("ui.wire.standing." + standing);
    }
    for (Check check : Check.values()) {
      keys.add("ui.wire.check." + check);
      keys.add("ui.wire.checkName." + check);
    }
    keys.add("ui.wire.check.WINDOW");
    keys.add("ui.wire.checkName.WINDOW");
  }

  private static void add(List<String> keys, String prefix, Enum<?>[] ends) {
    for (Enum<?> end : ends) {
      keys.add(prefix + end);
    }
  }

  /** The problems that each field can have. */
  private static List<String> problems() {
    List<String> keys = new ArrayList<>();
    for (Problem problem : Problem.values()) {
      for (Field field : fields(problem)) {
        keys.add("ui.contact.problem." + field + "." + problem);
      }
    }
    return keys;
  }

  private static List<Field> fields(Problem problem) {
    return switch (problem) {
      case NOT_AN_OBJECT -> List.of(Field.ENTRY);
      case MISSING -> List.of(Field.NAME, Field.HOST, Field.PORT, Field.PASSWORD);
      case NOT_TEXT -> List.of(Field.NAME, Field.HOST, Field.PORT, Field.PASSWORD);
      case NAME_TOO_LONG,
          NAME_SPACE_AT_END,
          NAME_CHARACTER,
          NAME_LIKE_ADDRESS,
          DUPLICATE_NAME,
          OWN_NAME ->
          List.of(Field.NAME);
      case BAD_HOST -> List.of(Field.HOST);
      case BAD_PORT -> List.of(Field.PORT);
      case EMPTY_PASSWORD, BROKEN_PASSWORD -> List.of(Field.PASSWORD);
    };
  }

  @Test
  void every_key_that_is_asked_for_exists() throws IOException {
    assertThat(used()).filteredOn(key -> !key.endsWith(".")).isSubsetOf(BUNDLE);
    assertThat(composed()).isSubsetOf(BUNDLE);
  }

  @Test
  void every_beginning_of_a_composed_key_is_known_here() throws IOException {
    for (String prefix : used().stream().filter(key -> key.endsWith(".")).toList()) {
      assertThat(composed()).as(prefix).anyMatch(key -> key.startsWith(prefix));
    }
  }

  @Test
  void no_key_of_the_window_is_left_over() throws IOException {
    Set<String> asked = new TreeSet<>(used());
    asked.addAll(composed());
    assertThat(BUNDLE).filteredOn(key -> key.startsWith("ui.")).isSubsetOf(asked);
  }

  @Test
  void every_text_can_be_formatted() {
    Words words = Words.in(Locale.ENGLISH);
    for (String key : BUNDLE) {
      if (key.startsWith("ui.")) {
        assertThat(words.get(key, 2, 3, 4)).as(key).isNotBlank().doesNotContain("{");
      }
    }
  }
}
