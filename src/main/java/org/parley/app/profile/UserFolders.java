package org.parley.app.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the system wants a program's data and state to lie: the XDG Base Directory Specification,
 * macOS' Application Support, Windows' local application data.
 */
public final class UserFolders {
  private static final String OURS = "parley";

  private final Path data;
  private final Path state;

  private UserFolders(Path data, Path state) {
    this.data = data;
    this.state = state;
  }

  /**
   * The folders of one user.
   *
   * @param system the value of {@code os.name}
   * @param home the user's home folder
   * @param environment gives an environment variable's value or null
   */
  public static UserFolders of(
      String system, Path home, UnaryOperator<@Nullable String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path local =
          absolute(environment.apply("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
      return new UserFolders(local.resolve(OURS), local.resolve(OURS));
    }
    if (name.startsWith("mac")) {
      Path support = home.resolve("Library").resolve("Application Support").resolve(OURS);
      return new UserFolders(support, support);
    }
    Path local = home.resolve(".local");
    Path data = absolute(environment.apply("XDG_DATA_HOME"), local.resolve("share"));
    Path state = absolute(environment.apply("XDG_STATE_HOME"), local.resolve("state"));
    return new UserFolders(data.resolve(OURS), state.resolve(OURS));
  }

  /** This user's on this system. */
  public static UserFolders ofSystem(UnaryOperator<@Nullable String> environment) {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        environment);
  }

  /** A data folder, for who names none. */
  public Path data() {
    return data;
  }

  /** What is worth keeping beside the data: the second anchor, the folders used before. */
  public Path state() {
    return state;
  }

  // The specification: a relative path is invalid and to be ignored.
  private static Path absolute(@Nullable String value, Path otherwise) {
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    try {
      Path path = Path.of(value);
      return path.isAbsolute() ? path : otherwise;
    } catch (InvalidPathException e) {
      return otherwise;
    }
  }
}
