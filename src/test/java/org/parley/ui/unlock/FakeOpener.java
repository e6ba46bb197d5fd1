package org.parley.ui.unlock;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.parley.journal.Progress;
import org.parley.settings.Language;
import org.parley.settings.Look;
import org.parley.ui.workplace.Workplace;

/** Profiles in memory; the right password is "right"; problems are queued by the test. */
public final class FakeOpener implements ProfileOpener {
  /** The profiles that are known. */
  public final List<Profile> profiles = new ArrayList<>();

  /** What the next tries come to. */
  public final Deque<OpeningException> problems = new ArrayDeque<>();

  final List<Object> requests = new ArrayList<>();
  final List<char[]> passwords = new ArrayList<>();
  final List<String> passphrases = new ArrayList<>();
  Workplace workplace;

  /** A profile as it is known. */
  public static Profile profile(String folder, boolean exists, String name) {
    Path path = Path.of(folder).toAbsolutePath();
    return new Profile(
        path, exists, name, 5000, path.resolve("directory.json"), Look.SYSTEM, Language.EN, 100);
  }

  @Override
  public synchronized List<Profile> known() {
    return List.copyOf(profiles);
  }

  @Override
  public synchronized Profile look(Path folder) {
    return profiles.stream()
        .filter(known -> known.folder().equals(folder))
        .findFirst()
        .orElseGet(() -> profile(folder.toString(), false, null));
  }

  @Override
  public synchronized Workplace open(
      Opening opening, char[] password, char[] passphrase, Consumer<OpeningStep> steps)
      throws OpeningException {
    requests.add(opening);
    passphrases.add(passphrase == null ? "none" : String.valueOf(passphrase));
    return answer(password, steps);
  }

  @Override
  public synchronized Workplace create(
      Creation creation, char[] password, Consumer<OpeningStep> steps) throws OpeningException {
    requests.add(creation);
    return answer(password, steps);
  }

  @Override
  public Restored restore(Path backup, Path folder, Progress progress) {
    throw new UnsupportedOperationException("see RestoreGuiTest, over real folders");
  }

  private Workplace answer(char[] password, Consumer<OpeningStep> steps) throws OpeningException {
    passwords.add(password);
    steps.accept(OpeningStep.DERIVING_KEY);
    if (!problems.isEmpty()) {
      throw problems.remove();
    }
    if (requests.get(requests.size() - 1) instanceof Opening
        && !String.valueOf(password).equals("right")) {
      throw new OpeningException(OpeningException.Problem.WRONG_PASSWORD, null, null);
    }
    steps.accept(OpeningStep.LISTENING);
    return workplace;
  }
}
