package org.parley.ui;

import java.util.List;
import java.util.Optional;
import org.parley.ui.common.UiContext;
import org.parley.ui.unlock.Profile;
import org.parley.ui.unlock.ProfileOpener;
import org.parley.ui.workplace.Workplace;
import org.parley.words.Words;

/** All windows of one process. Public methods may be called on any thread but as they say. */
public final class Desktop {
  private final UiContext ui;
  private final Tray tray;
  private final Runnable allClosed;
  private int seats;

  /**
   * No window yet.
   *
   * @param words for what is said before a profile's language is known
   * @param allClosed called, on the event thread, when the last window has closed and its workplace
   *     with it
   */
  public Desktop(Words words, Runnable allClosed) {
    this(UiContext.real(words), Tray.ofSystem(), allClosed);
  }

  Desktop(UiContext ui, Tray tray, Runnable allClosed) {
    this.ui = ui;
    this.tray = tray;
    this.allClosed = allClosed;
  }

  /**
   * Shows the unlock window, and the main window once a profile is open. Waits for the disk and for
   * the desktop's answer how it looks: not for the event thread.
   */
  public void start(ProfileOpener opener) {
    List<Profile> known = opener.known();
    Appearance appearance = Appearance.of(known.get(0).look(), known.get(0).textPercent());
    ui.edt()
        .run(
            () -> {
              seats++;
              new Seat(ui, tray, opener, this::gone).unlock(known, appearance);
            });
  }

  /** Shows a main window at once; the workplace is closed with it. */
  public void open(Workplace workplace) {
    ui.edt()
        .run(
            () -> {
              seats++;
              new Seat(ui, tray, null, this::gone).show(workplace, Optional.empty());
            });
  }

  private void gone() {
    seats--;
    if (seats == 0) {
      allClosed.run();
    }
  }
}
