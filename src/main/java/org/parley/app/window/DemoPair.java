package org.parley.app.window;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.app.profile.ProfileException;
import org.parley.crypto.RandomSource;
import org.parley.directory.ContactForm;
import org.parley.directory.DirectoryException;
import org.parley.directory.Password;
import org.parley.directory.PasswordGenerator;
import org.parley.messaging.StorageException;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;
import org.parley.network.ListenException;
import org.parley.settings.ListenOn;
import org.parley.settings.SettingsDamagedException;
import org.parley.ui.workplace.Workplace;

/** Two people on this machine who know each other, to try the program with. */
final class DemoPair {
  private static final String[] NAMES = {"alice", "bob"};

  private final Path folder;
  private final Workplaces workplaces;
  private final PasswordGenerator passwords = new PasswordGenerator(RandomSource.secure());

  DemoPair(Path folder, Workplaces workplaces) {
    this.folder = folder;
    this.workplaces = workplaces;
  }

  /** Both, listening on free ports of the loopback address; closed with the workplaces. */
  List<Workplace> open() throws IOException, ProfileException, ListenException, StorageException {
    List<Profile> profiles = new ArrayList<>();
    List<Workplace> opened = new ArrayList<>();
    boolean whole = false;
    try {
      for (String name : NAMES) {
        Profile profile = create(name);
        profiles.add(profile);
        profile.save(profile.settings().withListenOn(ListenOn.LOOPBACK));
        profile.messenger().listen(profile.listenAddress(), 0);
      }
      try (Password shared = passwords.next()) {
        introduce(profiles.get(0), profiles.get(1), shared);
      }
      for (Profile profile : profiles) {
        opened.add(workplaces.add(OpenWorkplace.over(profile)));
      }
      whole = true;
      return opened;
    } catch (SettingsDamagedException e) {
      throw new IllegalStateException("settings of our own", e);
    } finally {
      if (!whole) {
        profiles.subList(opened.size(), profiles.size()).forEach(Profile::close);
      }
    }
  }

  private Profile create(String name) throws ProfileException {
    Path own = folder.resolve(name);
    Opening opening =
        new Opening(
            DataFolder.at(own),
            null,
            named(name),
            null,
            own,
            folder.resolve("state"),
            Distrust.REFUSE);
    try (Password startup = passwords.next()) {
      char[] chars = startup.chars();
      Profile profile = Assembly.create(opening, chars, step -> {});
      Arrays.fill(chars, '\0');
      return profile;
    }
  }

  private static PeerName named(String name) {
    try {
      return PeerName.of(name);
    } catch (InvalidNameException e) {
      throw new IllegalStateException("a name of our own", e);
    }
  }

  /** Each becomes the other's contact, where the other listens now. */
  static void introduce(Profile one, Profile other, Password shared)
      throws IOException, StorageException {
    add(one, other, shared.copy());
    add(other, one, shared.copy());
  }

  private static void add(Profile to, Profile contact, Password password)
      throws IOException, StorageException {
    ContactForm form =
        new ContactForm(
            contact.self().toString(),
            InetAddress.getLoopbackAddress().getHostAddress(),
            Integer.toString(contact.messenger().port()),
            password);
    try {
      to.contacts().save(to.contacts().now().add(form));
    } catch (DirectoryException e) {
      throw new IllegalStateException("an entry of our own", e);
    }
  }
}
