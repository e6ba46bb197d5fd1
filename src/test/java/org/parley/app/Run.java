package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process under test: its lines as they come, its end. Ends with the test at the latest. */
final class Run implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 90;

  private final Process process;
  private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
  private final List<String> err = new ArrayList<>();
  private final Thread outReader;
  private final Thread errReader;

  private Run(Process process) {
    this.process = process;
    this.outReader = reader(process.getInputStream(), out::add);
    this.errReader =
        reader(
            process.getErrorStream(),
            line -> {
              synchronized (err) {
                err.add(line);
              }
            });
  }

  /** Starts the packaged program. */
  static Run parley(Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // many short runs: start-up counts
    command.add("-jar");
    command.add(Path.of("target", "parley.jar").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    return of(home, environment, command);
  }

  /** Starts a class of the tests. */
  static Run test(Path home, Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return of(home, Map.of(), command);
  }

  /** Starts any program, with a home folder of its own and no display. */
  static Run of(Path home, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("PARLEY_PASSWORD");
    builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    builder.environment().putAll(environment);
    return new Run(builder.start());
  }

  private static Thread reader(InputStream in, java.util.function.Consumer<String> sink) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  sink.accept(line);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Writes to its standard input. */
  Run type(String text) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write(text.getBytes(StandardCharsets.UTF_8));
    in.flush();
    return this;
  }

  /** Ends its standard input. */
  Run endOfInput() throws IOException {
    process.getOutputStream().close();
    return this;
  }

  /** The next line of its standard output. */
  String line() throws InterruptedException {
    String line = out.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(line).as("a line; standard error: " + errors()).isNotNull();
    return line;
  }

  /** The exit code, once it has ended and everything it wrote is read. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .as("the end of the process; standard error: " + errors())
        .isTrue();
    outReader.join();
    errReader.join();
    return process.exitValue();
  }

  /** Its standard output from here on, at its end. */
  List<String> rest() throws InterruptedException {
    exitCode();
    List<String> lines = new ArrayList<>();
    out.drainTo(lines);
    return lines;
  }

  /** Standard error so far, in one text. */
  String errors() {
    synchronized (err) {
      return String.join("\n", err);
    }
  }

  long pid() {
    return process.pid();
  }

  /** SIGTERM. */
  Run terminate() {
    process.destroy();
    return this;
  }

  /** SIGKILL. */
  Run kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
    return this;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
