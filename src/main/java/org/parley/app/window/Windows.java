package org.parley.app.window;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.StopSignal;
import org.parley.app.profile.Opening;
import org.parley.app.profile.ProfileException;
import org.parley.messaging.StorageException;
import org.parley.network.ListenException;
import org.parley.ui.Desktop;
import org.parley.words.Words;

/** Runs the program with windows, until the last has closed or the process is told to end. */
public final class Windows {
  private final Words words;
  private final StopSignal stop;
  private final CountDownLatch over = new CountDownLatch(1);

  /** Nothing is shown yet. */
  public Windows(Words words, StopSignal stop) {
    this.words = words;
    this.stop = stop;
  }

  /**
   * The unlock dialog, and then the window of what was unlocked.
   *
   * @param directoryPassphrase a sealed directory's own; the caller's to wipe after the return
   */
  public void unlock(Opening commandLine, char @Nullable [] directoryPassphrase)
      throws InterruptedException {
    try (Workplaces workplaces = new Workplaces()) {
      Desktop desktop = desktop();
      desktop.start(new FolderOpener(commandLine, directoryPassphrase, workplaces));
      over.await();
    }
  }

  /** Two windows, alice and bob, each the other's contact, in a folder that goes at the end. */
  public void demo()
      throws InterruptedException,
          IOException,
          ProfileException,
          ListenException,
          StorageException {
    try (DemoFolder folder = DemoFolder.make();
        Workplaces workplaces = new Workplaces()) {
      DemoPair pair = new DemoPair(folder.path(), workplaces);
      Desktop desktop = desktop();
      pair.open().forEach(desktop::open);
      over.await();
    }
  }

  private Desktop desktop() {
    stop.onStop(over::countDown);
    return new Desktop(words, over::countDown);
  }
}
