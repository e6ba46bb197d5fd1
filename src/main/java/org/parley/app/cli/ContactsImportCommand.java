package org.parley.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.IoReason;
import org.parley.app.profile.Profile;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryFile;
import org.parley.directory.ImportItem;
import org.parley.directory.ImportPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes over another file's entries: new ones, and what is different of those that are here. */
@Command(name = "import")
final class ContactsImportCommand extends ParleyCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.file")
  private Path file;

  ContactsImportCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    if (!Files.exists(file)) {
      throw CommandFailed.failed(here.words().get("cli.file.missing", file));
    }
    try (Profile profile = here.open();
        DirectoryFile source = new DirectoryFile(file, profile.vault());
        Directory entries = source.load(profile.self(), null)) {
      ContactsEditor editor = new ContactsEditor(here, profile);
      ImportPlan plan = ImportPlan.of(editor.directory(), entries);
      editor.save(plan.apply(item -> true));
      tell(plan);
      return ExitCode.DONE;
    } catch (DirectoryException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw unreadable(IoReason.of(e));
    }
  }

  private CommandFailed unreadable(String why) {
    return CommandFailed.failed(here.words().get("cli.file.unreadable", file, why));
  }

  private void tell(ImportPlan plan) {
    Map<ImportItem.Kind, Integer> counts = new EnumMap<>(ImportItem.Kind.class);
    plan.items().forEach(item -> counts.merge(item.kind(), 1, Integer::sum));
    int unusable = counts.getOrDefault(ImportItem.Kind.UNUSABLE, 0);
    here.terminal()
        .line(
            say(
                "contacts.imported",
                Integer.toString(counts.getOrDefault(ImportItem.Kind.NEW, 0) + unusable),
                Integer.toString(counts.getOrDefault(ImportItem.Kind.CHANGED, 0)),
                Integer.toString(unusable)));
  }
}
