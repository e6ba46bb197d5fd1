package org.parley.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From the process's start until the unlock dialog is on the screen, text and all; against a frame
 * with nothing in it, of the same look, on its own small class path, until its background is there.
 */
final class StartRow implements Row {
  private static final int TEXT = 12; // colours: the smooth edges of letters have many
  private static final long MOST_SECONDS = 60;

  private final Path folder = Scratch.fresh();
  private final Screen screen = Screen.open(folder.resolve("screen"));
  private final Path data = folder.resolve("data");

  private StartRow(boolean unused) throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "correct horse\n");
    Process init =
        java(
            parley(
                "init",
                "--data",
                data.toString(),
                "--user",
                "alice",
                "--port",
                "5000",
                "--password-file",
                password.toString()));
    if (!init.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || init.exitValue() != 0) {
      throw new IOException("no profile could be made");
    }
  }

  static @Nullable Row open() throws Exception {
    return Screen.possible() ? new StartRow(true) : null;
  }

  /** The program as users start it; before it is packed, from its classes. */
  private static List<String> parley(String... arguments) {
    Path jar = Path.of("target", "parley.jar");
    List<String> command = new ArrayList<>();
    if (Files.exists(jar)) {
      command.addAll(List.of("-jar", jar.toString()));
    } else {
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.parley.app.Main"));
    }
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static List<String> empty() {
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(p -> p.contains("test-classes") || p.matches(".*flatlaf-[0-9.]+\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    return List.of("-cp", classes, EmptyFrame.class.getName());
  }

  private Process java(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", screen.display());
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Override
  public String what() {
    return "process start to unlock dialog | to an empty FlatLaf frame";
  }

  @Override
  public int rounds() {
    return 7;
  }

  @Override
  public Lap round() throws Exception {
    double ours = untilShown(parley("gui", "--data", data.toString()), TEXT);
    return new Lap(ours, untilShown(empty(), 1));
  }

  private double untilShown(List<String> arguments, int colours) throws Exception {
    awaitColours(true, 0);
    long begin = System.nanoTime();
    Process process = java(arguments);
    try {
      awaitColours(false, colours);
      return Scratch.since(begin);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Until there are at most, or at least, so many. */
  private void awaitColours(boolean atMost, int wanted) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (true) {
      int now = screen.colours();
      if (atMost ? now <= wanted : now >= wanted) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IOException("the screen shows " + now + " colours");
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  @Override
  public void close() throws Exception {
    screen.close();
    Scratch.delete(folder);
  }
}
