package org.parley.app.profile;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.json.JsonObject;
import org.parley.settings.Documents;
import org.parley.settings.SealedSettings;
import org.parley.vault.SealException;
import org.parley.waits.Waiting;

/**
 * The sealed settings of an open profile, read once and written with each change. Safe for use by
 * several threads; {@link #change} waits for the disk.
 */
public final class Choices {
  private static final Logger LOG = Logger.getLogger(Choices.class.getName());

  private final Documents documents;
  private final StateWriter writer;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile SealedSettings now;

  /** Reads them; where the row was changed outside of Parley the defaults hold. */
  Choices(Documents documents, StateWriter writer) throws IOException {
    this.documents = documents;
    this.writer = writer;
    this.now = read();
  }

  private SealedSettings read() throws IOException {
    try {
      JsonObject kept = documents.get(SealedSettings.DOCUMENT);
      return kept == null ? SealedSettings.defaults() : SealedSettings.of(kept);
    } catch (SealException e) {
      LOG.log(Level.WARNING, "the sealed settings cannot be believed; the defaults hold", e);
      return SealedSettings.defaults();
    }
  }

  /** What holds now; returns at once. */
  public SealedSettings now() {
    return now;
  }

  /** Changes and remembers it; where it throws, what held before does. */
  public void change(UnaryOperator<SealedSettings> change) throws IOException {
    Waiting.begins();
    synchronized (this) {
      SealedSettings next = change.apply(now);
      if (next.equals(now)) {
        return;
      }
      try {
        writer.write(documents.put(SealedSettings.DOCUMENT, next.json())).get();
      } catch (ExecutionException e) {
        throw new IOException("the settings could not be written", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped before it was known whether the settings were written", e);
      }
      now = next;
    }
    listeners.forEach(Runnable::run);
  }

  /** Calls the listener after each change, on the changing thread. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** It hears no more. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
