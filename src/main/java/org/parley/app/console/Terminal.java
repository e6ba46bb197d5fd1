package org.parley.app.console;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonObject;
import org.parley.json.JsonWriter;

/**
 * The streams of one run. Output is UTF-8 whatever the locale, and each line leaves at once. Safe
 * for use by several threads: lines do not mix.
 */
public final class Terminal {
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final UnaryOperator<@Nullable String> environment;
  private final @Nullable PasswordPrompt prompt;

  /** A terminal over any streams; {@code prompt} is null where nobody can be asked. */
  public Terminal(
      InputStream in,
      OutputStream out,
      OutputStream err,
      UnaryOperator<@Nullable String> environment,
      @Nullable PasswordPrompt prompt) {
    this.in = in;
    this.out = new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
    this.err = new PrintStream(new BufferedOutputStream(err), false, StandardCharsets.UTF_8);
    this.environment = environment;
    this.prompt = prompt;
  }

  /** This process's own. */
  @SuppressWarnings("SystemConsoleNull") // it is null again with the property set here
  public static Terminal ofProcess() {
    // From JDK 22 on there would be a console even where nobody sits at it.
    System.setProperty("jdk.console", "java.base");
    Console console = System.console();
    return new Terminal(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        NativeText::environment,
        console == null ? null : text -> console.readPassword("%s", text));
  }

  /** Standard input, unread. */
  public InputStream in() {
    return in;
  }

  /** Standard output, for a library that prints help. */
  public PrintStream out() {
    return out;
  }

  /** The value of an environment variable. */
  public @Nullable String environment(String name) {
    return environment.apply(name);
  }

  /** How to ask for a password; null where there is no console. */
  public @Nullable PasswordPrompt prompt() {
    return prompt;
  }

  /** A line on standard output. */
  public void line(String text) {
    write(out, text);
  }

  /** A JSON object on a line of its own on standard output. */
  public void json(JsonObject object) {
    write(out, JsonWriter.canonical(object));
  }

  /** A sentence on standard error. */
  public void error(String sentence) {
    write(err, sentence);
  }

  /** Whether whoever read standard output has gone, so that nothing more need be printed. */
  public boolean outputGone() {
    return out.checkError();
  }

  private static void write(PrintStream to, String text) {
    synchronized (to) {
      to.print(text);
      to.print('\n');
      to.flush();
    }
  }
}
