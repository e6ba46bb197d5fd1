package org.parley.app.console;

import org.jspecify.annotations.Nullable;

/** Asks for a secret at the console, with echo off. */
@FunctionalInterface
public interface PasswordPrompt {
  /** What was typed, the caller's to wipe; null where the input ended. */
  char @Nullable [] ask(String prompt);
}
