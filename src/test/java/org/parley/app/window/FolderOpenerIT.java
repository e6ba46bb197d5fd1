package org.parley.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening.Distrust;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Message;
import org.parley.messaging.MessagingListener;
import org.parley.name.PeerName;
import org.parley.settings.EnterKey;
import org.parley.settings.Look;
import org.parley.ui.unlock.Creation;
import org.parley.ui.unlock.Opening;
import org.parley.ui.unlock.OpeningException;
import org.parley.ui.unlock.OpeningException.Problem;
import org.parley.ui.unlock.OpeningStep;
import org.parley.ui.unlock.Profile;
import org.parley.ui.workplace.ManualOutcome;
import org.parley.ui.workplace.Workplace;

/** Profiles as the unlock dialog finds, makes and opens them. */
class FolderOpenerIT {
  private static final char[] PASSWORD = "start-up".toCharArray();

  @TempDir Path home;

  private final Workplaces workplaces = new Workplaces();

  @AfterEach
  void nothing_stays_open() {
    workplaces.close();
  }

  private FolderOpener opener() {
    return new FolderOpener(
        new org.parley.app.profile.Opening(
            DataFolder.at(home.resolve("first")),
            null,
            null,
            null,
            home,
            home.resolve("state"),
            Distrust.REFUSE),
        null,
        workplaces);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Creation creation(String folder, int port) throws Exception {
    Path path = home.resolve(folder);
    return new Creation(path, PeerName.of("alice"), port, path.resolve("directory.json"));
  }

  private Opening opening(String folder, int port) {
    Path path = home.resolve(folder);
    return new Opening(path, port, path.resolve("directory.json"), false);
  }

  @Test
  void a_first_start_takes_its_steps_and_is_found_again() throws Exception {
    int port = freePort();
    List<OpeningStep> steps = new ArrayList<>();
    Workplace workplace = opener().create(creation("made", port), PASSWORD, steps::add);
    workplace.preferences().changeClear(now -> now.withLook(Look.DARK));
    assertThat(workplace.self()).hasToString("alice");
    assertThat(workplace.status().status().port()).isEqualTo(port);
    assertThat(steps).containsExactly(OpeningStep.values());
    workplace.close();

    List<Profile> known = opener().known();
    assertThat(known).hasSize(2);
    assertThat(known.get(0).exists()).isFalse();
    Profile found = known.get(1);
    assertThat(found.exists()).isTrue();
    assertThat(found.name()).isEqualTo("alice");
    assertThat(found.port()).isEqualTo(port);
    assertThat(found.look()).isEqualTo(Look.DARK);
    assertThat(found.directoryFile()).isEqualTo(home.resolve("made").resolve("directory.json"));
  }

  @Test
  void what_is_chosen_behind_the_password_is_there_again() throws Exception {
    int port = freePort();
    Workplace first = opener().create(creation("made", port), PASSWORD, step -> {});
    AtomicInteger told = new AtomicInteger();
    first.preferences().onChange(told::incrementAndGet);
    first
        .preferences()
        .changeSealed(
            now -> now.withEnterKey(EnterKey.BREAKS).withAutoLockMinutes(OptionalInt.of(5)));
    assertThat(told).hasValue(1);
    first.close();
    Workplace again = opener().open(opening("made", port), PASSWORD, null, step -> {});
    assertThat(again.preferences().sealed().enterKey()).isEqualTo(EnterKey.BREAKS);
    assertThat(again.preferences().sealed().autoLockMinutes()).hasValue(5);
    again.close();
    assertThat(Files.readString(home.resolve("made").resolve("settings.json")))
        .doesNotContain("enter")
        .doesNotContain("auto_lock");
  }

  @Test
  void another_port_and_directory_are_remembered() throws Exception {
    opener().create(creation("made", freePort()), PASSWORD, step -> {}).close();
    int port = freePort();
    Path elsewhere = home.resolve("contacts.json");

    opener()
        .open(new Opening(home.resolve("made"), port, elsewhere, false), PASSWORD, null, step -> {})
        .close();

    Profile found = opener().look(home.resolve("made"));
    assertThat(found.port()).isEqualTo(port);
    assertThat(found.directoryFile()).isEqualTo(elsewhere);
  }

  @Test
  void a_directory_with_a_passphrase_of_its_own_opens_with_it_only() throws Exception {
    int port = freePort();
    Workplace made = opener().create(creation("made", port), PASSWORD, step -> {});
    made.addressBook().seal("for the file".toCharArray());
    made.close();
    for (char[] wrong : new char[][] {null, "another".toCharArray()}) {
      OpeningException problem =
          catchThrowableOfType(
              OpeningException.class,
              () -> opener().open(opening("made", port), PASSWORD, wrong, step -> {}));
      assertThat(problem.problem()).isEqualTo(Problem.DIRECTORY_SEALED);
    }
    opener()
        .open(opening("made", port), PASSWORD, "for the file".toCharArray(), step -> {})
        .close();
  }

  @Test
  void a_port_in_use_leaves_no_half_made_profile() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      OpeningException problem =
          catchThrowableOfType(
              OpeningException.class,
              () -> opener().create(creation("made", taken.getLocalPort()), PASSWORD, s -> {}));

      assertThat(problem.problem()).isEqualTo(Problem.PORT_IN_USE);
      assertThat(problem.detail()).isEqualTo(Integer.toString(taken.getLocalPort()));
    }
    assertThat(opener().look(home.resolve("made")).exists()).isFalse();
    opener().create(creation("made", freePort()), PASSWORD, step -> {}).close();
  }

  @Test
  void a_wrong_password_leaves_the_folder_free() throws Exception {
    int port = freePort();
    opener().create(creation("made", port), PASSWORD, step -> {}).close();

    OpeningException problem =
        catchThrowableOfType(
            OpeningException.class,
            () -> opener().open(opening("made", port), "wrong".toCharArray(), null, step -> {}));

    assertThat(problem.problem()).isEqualTo(Problem.WRONG_PASSWORD);
    opener().open(opening("made", port), PASSWORD, null, step -> {}).close();
  }

  @Test
  void what_is_there_is_not_made_again() throws Exception {
    opener().create(creation("made", freePort()), PASSWORD, step -> {}).close();
    byte[] vault = Files.readAllBytes(home.resolve("made").resolve("vault.json"));

    OpeningException problem =
        catchThrowableOfType(
            OpeningException.class,
            () -> opener().create(creation("made", freePort()), PASSWORD, step -> {}));

    assertThat(problem.problem()).isEqualTo(Problem.VAULT_EXISTS);
    assertThat(home.resolve("made").resolve("vault.json")).hasBinaryContent(vault);
  }

  @Test
  void a_first_start_imports_the_sample_and_never_writes_it() throws Exception {
    String sample =
        "[{\"username\": \"bob\", \"password\": \"\", \"port\": 5001, \"ip\": \"127.0.0.1\"}]\n";
    Path file = Files.writeString(home.resolve("directory.json"), sample);

    Workplace workplace = opener().create(creation("made", freePort()), PASSWORD, step -> {});

    assertThat(workplace.addressBook().directory().entries()).hasSize(1);
    assertThat(workplace.addressBook().known()).as("without a password of no use").isEmpty();
    assertThat(workplace.addressBook().file())
        .isEqualTo(home.resolve("made").resolve("directory.json"))
        .exists();
    assertThat(file).hasContent(sample);
  }

  @Test
  void a_damaged_directory_is_named_and_left_as_it_is() throws Exception {
    int port = freePort();
    opener().create(creation("made", port), PASSWORD, step -> {}).close();
    Path directory = Files.writeString(home.resolve("made").resolve("directory.json"), "[{");

    OpeningException problem =
        catchThrowableOfType(
            OpeningException.class,
            () -> opener().open(opening("made", port), PASSWORD, null, s -> {}));

    assertThat(problem.problem()).isEqualTo(Problem.DIRECTORY_UNREADABLE);
    assertThat(problem.detail()).isEqualTo(directory.toString());
    assertThat(directory).hasContent("[{");
  }

  @Test
  void a_journal_that_is_gone_is_the_owners_to_decide_on() throws Exception {
    int port = freePort();
    opener().create(creation("made", port), PASSWORD, step -> {}).close();
    Workplace again = opener().open(opening("made", port), PASSWORD, null, step -> {});
    sendsToItself(again, port);
    again.close();
    Path journal = home.resolve("made").resolve("journal.mv.db");
    Files.move(journal, home.resolve("taken.mv.db"));

    OpeningException problem =
        catchThrowableOfType(
            OpeningException.class,
            () -> opener().open(opening("made", port), PASSWORD, null, s -> {}));
    assertThat(problem.problem()).isEqualTo(Problem.JOURNAL_UNTRUSTED);
    assertThat(journal).doesNotExist();

    Path folder = home.resolve("made");
    Opening agreed = new Opening(folder, port, folder.resolve("directory.json"), true);
    opener().open(agreed, PASSWORD, null, step -> {}).close();
    opener().open(opening("made", port), PASSWORD, null, step -> {}).close();
    assertThat(journal).exists();
  }

  /** Leaves rows in the journal: a connection to one's own listener, which is refused. */
  private static void sendsToItself(Workplace workplace, int port) throws Exception {
    ManualOutcome outcome =
        workplace
            .talk()
            .sendTo("127.0.0.1", port, "pw".toCharArray(), "to myself", new Cancellation());
    assertThat(outcome.failure()).isNotNull();
    assertThat(workplace.status().status().entries()).isPositive();
  }

  @Test
  void the_two_of_the_demo_talk_and_leave_nothing_behind() throws Exception {
    Path path;
    try (DemoFolder folder = DemoFolder.make();
        Workplaces both = new Workplaces()) {
      path = folder.path();
      List<Workplace> pair = new DemoPair(path, both).open();
      Workplace alice = pair.get(0);
      Workplace bob = pair.get(1);
      CompletableFuture<String> heard = new CompletableFuture<>();
      try (var subscription =
          bob.talk()
              .listen(
                  new MessagingListener() {
                    @Override
                    public void messageChanged(Message message) {
                      heard.complete(message.text());
                    }
                  })) {
        assertThat(subscription).isNotNull();
        alice.talk().send(PeerName.of("bob"), "Hello, Bob. 你好");

        assertThat(heard.get(60, TimeUnit.SECONDS)).isEqualTo("Hello, Bob. 你好");
      }
    }
    assertThat(path).doesNotExist();
    try (Stream<Path> rest = Files.list(home)) {
      assertThat(rest).isEmpty();
    }
  }
}
