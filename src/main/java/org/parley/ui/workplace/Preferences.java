package org.parley.ui.workplace;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.parley.settings.ClearSettings;
import org.parley.settings.SealedSettings;
import org.parley.ui.common.Subscription;

/**
 * What the user has chosen. What must be known before unlocking (look, language, size of texts, and
 * name and port) is clear, the rest sealed. Reading returns at once and may be done on the event
 * thread; changing waits for the disk.
 */
public interface Preferences {

  /** Look, language, size of texts, as they hold now. */
  ClearSettings clear();

  /** Enter, notifications, auto-lock, giving up, closing, as they hold now. */
  SealedSettings sealed();

  /** Changes and remembers what is clear; where it throws, what held before does. */
  void changeClear(UnaryOperator<ClearSettings> change) throws IOException;

  /** Changes and remembers what is sealed; as {@link #changeClear}. */
  void changeSealed(UnaryOperator<SealedSettings> change) throws IOException;

  /** Calls {@code changed} after each change, on any thread, until the subscription is closed. */
  Subscription onChange(Runnable changed);
}
