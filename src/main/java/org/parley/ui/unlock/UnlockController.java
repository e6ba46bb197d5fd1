package org.parley.ui.unlock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;
import org.parley.ui.common.Background;
import org.parley.ui.common.FormRules;
import org.parley.ui.common.PassphraseSheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.unlock.OpeningException.Problem;
import org.parley.ui.unlock.UnlockModel.Input;
import org.parley.ui.unlock.UnlockModel.Page;
import org.parley.ui.workplace.Workplace;

/**
 * The window before the window: unlock a profile, or make the first. Used on the event thread; what
 * waits for disk or key derivation runs off it.
 */
public final class UnlockController {
  private static final int LONGEST_WAIT_SECONDS = 30;

  private final UiContext ui;
  private final ProfileOpener opener;
  private final Consumer<Workplace> opened;
  private final Runnable given;
  private final UnlockModel model = new UnlockModel();
  private final UnlockView view;
  private int wrongPasswords;
  private boolean closed;

  /**
   * A window that shows once {@link #start} is called.
   *
   * @param opened takes over the workplace; the window has closed then
   * @param given called instead if the user closes the window
   */
  public UnlockController(
      UiContext ui, ProfileOpener opener, Consumer<Workplace> opened, Runnable given) {
    this.ui = ui;
    this.opener = opener;
    this.opened = opened;
    this.given = given;
    this.view = new UnlockView(ui, model, this);
  }

  /**
   * Shows the window.
   *
   * @param known what {@link ProfileOpener#known()} gave
   */
  public void start(List<Profile> known) {
    show(known);
  }

  /** As {@link #start}, for the profile of that folder, which was just locked. */
  public void startLocked(Path folder) {
    model.locked.set(true);
    ui.background()
        .start(
            () -> {
              List<Profile> all = new ArrayList<>(opener.known());
              all.removeIf(p -> p.folder().equals(folder));
              all.add(0, opener.look(folder));
              return List.copyOf(all);
            },
            this::show,
            this::onUnexpected);
  }

  private void show(List<Profile> known) {
    model.profiles.set(known);
    model.existing().stream().findFirst().ifPresent(p -> model.chosen.set(Optional.of(p)));
    if (known.get(0).exists()) {
      onChoose(known.get(0));
    } else {
      onNewProfile(known.get(0));
    }
    view.show();
  }

  void onChoose(Profile profile) {
    model.faults.set(Map.of());
    model.chosen.set(Optional.of(profile));
    model.page.set(Page.UNLOCK);
  }

  void onNewProfile(Profile place) {
    model.faults.set(Map.of());
    model.chosen.set(Optional.of(place));
    model.page.set(Page.FIRST_START);
  }

  /** Somebody chose a folder that may or may not hold a profile. */
  void onOtherFolder(Path folder) {
    ui.background()
        .start(
            () -> opener.look(folder),
            profile -> {
              List<Profile> all = new ArrayList<>(model.profiles.get());
              all.removeIf(p -> p.folder().equals(profile.folder()));
              all.add(profile);
              model.profiles.set(List.copyOf(all));
              if (profile.exists()) {
                onChoose(profile);
              } else {
                onNewProfile(profile);
              }
            },
            this::onUnexpected);
  }

  /** The password is lost: a new profile can stand beside the old one, which stays. */
  void onForgotten() {
    model
        .chosen
        .get()
        .ifPresent(
            old -> {
              if (view.offersNewProfile()) {
                Path beside = old.folder().resolveSibling(old.folder().getFileName() + "-new");
                onOtherFolder(beside);
              }
            });
  }

  /** Somebody has a backup: it becomes a profile, which is then to be unlocked. */
  void onRestore() {
    model
        .chosen
        .get()
        .ifPresent(
            chosen -> {
              Path place = chosen.folder();
              Path proposed =
                  chosen.exists() ? place.resolveSibling(place.getFileName() + "-restored") : place;
              new RestoreSheet(ui, opener, view.component(), proposed, this::onOtherFolder).open();
            });
  }

  void onBack() {
    model.existing().stream().findFirst().ifPresent(this::onChoose);
  }

  /** Takes over the password and wipes it. */
  void onUnlock(String portText, String directoryText, char[] password) {
    FormRules.Reading<Integer> port = FormRules.port(portText, ui);
    FormRules.Reading<Path> directory = FormRules.path(directoryText, ui);
    Map<Input, String> faults = new EnumMap<>(Input.class);
    port.fault().ifPresent(f -> faults.put(Input.PORT, f));
    directory.fault().ifPresent(f -> faults.put(Input.DIRECTORY, f));
    if (password.length == 0) {
      faults.put(Input.PASSWORD, ui.word("ui.fault.password.empty"));
    }
    showFaults(faults);
    if (!faults.isEmpty() || isBusy()) {
      Arrays.fill(password, '\0');
      return;
    }
    Path folder = model.chosen.get().orElseThrow().folder();
    open(
        new Opening(folder, port.value().orElseThrow(), directory.value().orElseThrow(), false),
        password,
        null);
  }

  private void open(Opening opening, char[] password, char @Nullable [] directoryPassphrase) {
    run(
        steps -> {
          try {
            return opener.open(opening, password, directoryPassphrase, steps);
          } finally {
            PassphraseSheet.wipe(directoryPassphrase);
          }
        },
        password,
        Optional.of(opening));
  }

  /** Takes over both passwords and wipes them. */
  void onCreate(
      String nameText,
      String portText,
      String folderText,
      String directoryText,
      char[] password,
      char[] repeat) {
    FormRules.Reading<PeerName> name = FormRules.name(nameText, ui);
    FormRules.Reading<Integer> port = FormRules.port(portText, ui);
    FormRules.Reading<Path> folder = FormRules.path(folderText, ui);
    FormRules.Reading<Path> directory = FormRules.path(directoryText, ui);
    Map<Input, String> faults = new EnumMap<>(Input.class);
    name.fault().ifPresent(f -> faults.put(Input.NAME, f));
    port.fault().ifPresent(f -> faults.put(Input.PORT, f));
    folder.fault().ifPresent(f -> faults.put(Input.FOLDER, f));
    directory.fault().ifPresent(f -> faults.put(Input.DIRECTORY, f));
    if (password.length == 0) {
      faults.put(Input.PASSWORD, ui.word("ui.fault.password.empty"));
    } else if (!Arrays.equals(password, repeat)) {
      faults.put(Input.REPEAT, ui.word("ui.fault.password.repeat"));
    }
    Arrays.fill(repeat, '\0');
    showFaults(faults);
    if (!faults.isEmpty() || isBusy()) {
      Arrays.fill(password, '\0');
      return;
    }
    Creation creation =
        new Creation(
            folder.value().orElseThrow(),
            name.value().orElseThrow(),
            port.value().orElseThrow(),
            directory.value().orElseThrow());
    run(steps -> opener.create(creation, password, steps), password, Optional.empty());
  }

  private boolean isBusy() {
    return model.busy.get().isPresent() || model.waiting.get() > 0;
  }

  private void showFaults(Map<Input, String> faults) {
    model.faults.set(Map.copyOf(faults));
    if (faults.keySet().stream().anyMatch(UnlockController::isUnderMore)) {
      model.more.set(true);
    }
  }

  private static boolean isUnderMore(Input input) {
    return input == Input.PORT || input == Input.DIRECTORY || input == Input.FOLDER;
  }

  private void run(
      Background.Work<Workplace, OpeningStep> work, char[] password, Optional<Opening> opening) {
    model.busy.set(Optional.of(OpeningStep.DERIVING_KEY));
    ui.background()
        .start(
            work,
            new Background.Ending<Workplace, OpeningStep>() {
              @Override
              public void progress(OpeningStep step) {
                model.busy.set(Optional.of(step));
              }

              @Override
              public void done(Workplace workplace) {
                Arrays.fill(password, '\0');
                onOpened(workplace);
              }

              @Override
              public void failed(Throwable why) {
                model.busy.set(Optional.empty());
                if (why instanceof OpeningException problem) {
                  onProblem(problem, opening, password);
                } else {
                  Arrays.fill(password, '\0');
                  onUnexpected(why);
                }
              }
            });
  }

  private void onOpened(Workplace workplace) {
    model.busy.set(Optional.empty());
    if (closed) {
      // The window was closed meanwhile: nobody is there to take it over.
      ui.background().start(() -> closing(workplace), done -> given.run(), this::onUnexpected);
      return;
    }
    closed = true;
    view.close();
    opened.accept(workplace);
  }

  private static boolean closing(Workplace workplace) {
    workplace.close();
    return true;
  }

  private void onProblem(OpeningException e, Optional<Opening> opening, char[] password) {
    if (e.problem() == Problem.JOURNAL_UNTRUSTED
        && opening.isPresent()
        && !opening.get().setJournalAside()
        && !closed
        && view.agreesToSetAside(OpeningWords.sentence(e, ui))) {
      Opening first = opening.get();
      open(new Opening(first.folder(), first.port(), first.directoryFile(), true), password, null);
      return;
    }
    if (e.problem() == Problem.DIRECTORY_SEALED && opening.isPresent() && !closed) {
      char[] passphrase = view.askPassphrase(OpeningWords.sentence(e, ui));
      if (passphrase != null) {
        open(opening.get(), password, passphrase);
        return;
      }
    }
    Arrays.fill(password, '\0');
    if (closed) {
      given.run();
      return;
    }
    Input input = OpeningWords.input(e.problem());
    showFaults(Map.of(input, OpeningWords.sentence(e, ui)));
    if (e.problem() == Problem.WRONG_PASSWORD) {
      wrongPasswords++;
      waitSeconds(Math.min(LONGEST_WAIT_SECONDS, 1 << Math.min(wrongPasswords - 1, 10)));
    }
  }

  private void waitSeconds(int seconds) {
    model.waiting.set(seconds);
    if (seconds > 0 && !closed) {
      ui.edt().after(1000, () -> waitSeconds(seconds - 1));
    }
  }

  private void onUnexpected(Throwable why) {
    Unexpected.tell(view.component(), ui, why);
  }

  /** The user closed the window. */
  void onClose() {
    if (closed) {
      return;
    }
    closed = true;
    view.close();
    if (model.busy.get().isEmpty()) {
      given.run();
    }
  }
}
