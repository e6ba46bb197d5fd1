package org.parley.ui;

import org.parley.settings.Look;
import org.parley.ui.common.SystemLook;
import org.parley.ui.common.Theme;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.unlock.ProfileOpener;
import org.parley.ui.unlock.UnlockController;
import org.parley.ui.workplace.Workplace;
import org.parley.words.Words;

/** All windows of one process. Public methods may be called on any thread. */
public final class Desktop {
  private final UiContext ui;
  private final Runnable allClosed;
  private int windows;

  /**
   * No window yet.
   *
   * @param allClosed called, on the event thread, when the last window has closed and its workplace
   *     with it
   */
  public Desktop(Words words, Runnable allClosed) {
    this(UiContext.real(words), allClosed);
  }

  Desktop(UiContext ui, Runnable allClosed) {
    this.ui = ui;
    this.allClosed = allClosed;
  }

  /** Shows the unlock window, and the main window once a profile is open. */
  public void start(ProfileOpener opener) {
    ui.edt()
        .run(
            () -> {
              windows++;
              ui.background()
                  .start(
                      () -> ready(opener.known().get(0).look()),
                      ready -> {
                        apply(ready);
                        new UnlockController(ui, opener, this::unlocked, this::closed).start();
                      },
                      why -> Unexpected.tell(null, ui, why));
            });
  }

  /** Shows a main window at once; the workplace is closed with it. */
  public void open(Workplace workplace) {
    ui.edt()
        .run(
            () -> {
              windows++;
              unlocked(workplace);
            });
  }

  /** A look, and what the desktop says. */
  private record Ready(Look look, boolean systemIsDark) {}

  private static Ready ready(Look look) {
    return new Ready(look, look == Look.SYSTEM && SystemLook.isDark());
  }

  private void apply(Ready ready) {
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, why) -> Unexpected.tell(null, ui, why));
    Theme.apply(ready.look(), ready.systemIsDark());
  }

  private void unlocked(Workplace workplace) {
    ui.background()
        .start(
            () -> ready(workplace.preferences().clear().look()),
            ready -> {
              apply(ready);
              new MainController(ui, workplace, this::closed).start();
            },
            why -> Unexpected.tell(null, ui, why));
  }

  private void closed() {
    windows--;
    if (windows == 0) {
      allClosed.run();
    }
  }
}
