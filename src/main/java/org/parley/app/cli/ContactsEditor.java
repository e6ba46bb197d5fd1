package org.parley.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.VisibleText;
import org.parley.app.profile.Contacts;
import org.parley.app.profile.IoReason;
import org.parley.app.profile.Profile;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryChangedException;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.DirectoryFile;
import org.parley.name.PeerName;

/** What the commands on the directory share: finding, saving, and the sentences about both. */
final class ContactsEditor {
  private final Surroundings here;
  private final Profile profile;

  ContactsEditor(Surroundings here, Profile profile) {
    this.here = here;
    this.profile = profile;
  }

  Directory directory() {
    return profile.contacts().now();
  }

  DirectoryEntry entry(PeerName name) throws CommandFailed {
    DirectoryEntry entry = directory().entry(name);
    if (entry == null) {
      throw CommandFailed.failed(here.say("contacts.none", name));
    }
    return entry;
  }

  void save(Directory next) throws CommandFailed {
    change(contacts -> contacts.save(next));
    if (profile.contacts().kind() == DirectoryFile.Kind.PLAIN) {
      here.terminal().error(here.say("contacts.plain"));
    }
  }

  /** A change of the file. */
  @FunctionalInterface
  interface Change {
    void in(Contacts contacts) throws IOException, DirectoryChangedException;
  }

  void change(Change change) throws CommandFailed {
    try {
      change.in(profile.contacts());
    } catch (DirectoryChangedException e) {
      throw CommandFailed.failed(here.say("contacts.changed-on-disk"));
    } catch (IOException e) {
      throw CommandFailed.failed(
          here.say("contacts.write", profile.contacts().path(), IoReason.of(e)));
    }
  }

  /** Warns of a name that a person could take for this one. */
  void warnOfLookalikes(String name, Directory others) {
    List<PeerName> alike = others.lookalikes(name, null);
    if (!alike.isEmpty()) {
      String names = alike.stream().map(PeerName::toString).collect(Collectors.joining(", "));
      here.terminal().error(here.say("contacts.looks-like", VisibleText.line(names)));
    }
  }
}
