package org.parley.app.console;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.words.Words;

/**
 * Where secrets come from: a named file's first line, else the environment, else the console with
 * echo off. What is returned is the caller's to wipe.
 */
public final class Passwords {
  /** The environment's startup password. */
  public static final String VARIABLE = "PARLEY_PASSWORD";

  private final Terminal terminal;
  private final Words words;

  /** Reads from that terminal's surroundings. */
  public Passwords(Terminal terminal, Words words) {
    this.terminal = terminal;
    this.words = words;
  }

  /** The startup password of an existing vault. */
  public char[] startup(@Nullable Path file) throws CommandFailed {
    char[] given = given(file);
    return given != null ? given : asked(words.get("cli.ask.password"));
  }

  /** A startup password for a new vault; at the console it is asked twice. */
  public char[] fresh(@Nullable Path file) throws CommandFailed {
    char[] given = given(file);
    return given != null ? notEmpty(given) : askedTwice();
  }

  /** The password that replaces another: from a file, or asked twice; never the environment's. */
  public char[] replacement(@Nullable Path file) throws CommandFailed {
    return file != null ? notEmpty(startupFile(file)) : askedTwice();
  }

  /** The first line of a file that is not the startup password's: a peer's, a directory's. */
  public char[] fromFile(Path file) throws CommandFailed {
    return notEmpty(read(file, ExitCode.FAILED));
  }

  private char @Nullable [] given(@Nullable Path file) throws CommandFailed {
    if (file != null) {
      return startupFile(file);
    }
    String value = terminal.environment(VARIABLE);
    if (value == null || value.isEmpty()) {
      return null;
    }
    return readable(value.toCharArray());
  }

  private char[] startupFile(Path file) throws CommandFailed {
    return read(file, ExitCode.VAULT);
  }

  private char[] read(Path file, int exitCode) throws CommandFailed {
    try {
      return FirstLine.of(file);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new CommandFailed(exitCode, words.get("cli.file.missing", file));
    } catch (AccessDeniedException e) {
      throw new CommandFailed(exitCode, words.get("cli.file.denied", file));
    } catch (IOException e) {
      throw new CommandFailed(
          exitCode, words.get("cli.file.unreadable", file, String.valueOf(e.getMessage())));
    }
  }

  private char[] asked(String prompt) throws CommandFailed {
    PasswordPrompt console = terminal.prompt();
    if (console == null) {
      throw CommandFailed.vault(words.get("cli.password.none", VARIABLE));
    }
    char[] typed = console.ask(prompt + " ");
    if (typed == null) {
      throw CommandFailed.vault(words.get("cli.password.none", VARIABLE));
    }
    return readable(typed);
  }

  private char[] askedTwice() throws CommandFailed {
    char[] first = notEmpty(asked(words.get("cli.ask.new")));
    char[] second = asked(words.get("cli.ask.again"));
    boolean same = Arrays.equals(first, second);
    Arrays.fill(second, '\0');
    if (!same) {
      Arrays.fill(first, '\0');
      throw CommandFailed.usage(words.get("cli.password.differ"));
    }
    return first;
  }

  /** A locale that cannot spell what was typed gives U+FFFD for it: no password to lock with. */
  private char[] readable(char[] password) throws CommandFailed {
    for (char c : password) {
      if (c == '\uFFFD') {
        Arrays.fill(password, '\0');
        throw CommandFailed.vault(words.get("cli.password.locale"));
      }
    }
    return password;
  }

  private char[] notEmpty(char[] password) throws CommandFailed {
    if (password.length == 0) {
      throw CommandFailed.usage(words.get("cli.password.empty"));
    }
    return password;
  }
}
