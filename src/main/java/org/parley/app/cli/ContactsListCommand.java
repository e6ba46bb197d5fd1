package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.VisibleText;
import org.parley.app.profile.Profile;
import org.parley.directory.Contact;
import org.parley.directory.ContactForm;
import org.parley.directory.DirectoryEntry;
import org.parley.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists all entries, those that cannot be used with what is wrong; never a password. */
@Command(name = "list")
final class ContactsListCommand extends ParleyCommand {
  @Option(names = "--json", descriptionKey = "cli.option.json")
  private boolean json;

  ContactsListCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      ContactsEditor editor = new ContactsEditor(here, profile);
      FieldSentences sentences = new FieldSentences(here.words());
      for (DirectoryEntry entry : editor.directory().entries()) {
        String problem = entry.contact() == null ? sentences.of(entry.problems()) : null;
        if (json) {
          here.terminal().json(object(entry).with("problem", problem));
        } else {
          here.terminal().line(line(entry) + (problem == null ? "" : "  (" + problem + ")"));
        }
      }
      if (!json && editor.directory().entries().isEmpty()) {
        here.terminal().error(say("contacts.empty"));
      }
      return ExitCode.DONE;
    }
  }

  private static String line(DirectoryEntry entry) {
    Contact contact = entry.contact();
    if (contact != null) {
      return contact.name() + "  " + contact.endpoint();
    }
    ContactForm form = entry.form();
    return VisibleText.line(form.name() + "  " + form.host() + ":" + form.port());
  }

  private static JsonObject object(DirectoryEntry entry) {
    ContactForm form = entry.form();
    Contact contact = entry.contact();
    return JsonObject.empty()
        .with("name", form.name())
        .with("address", form.host())
        .with("port", contact == null ? null : contact.port())
        .with("usable", contact != null);
  }
}
