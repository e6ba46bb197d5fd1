package org.parley.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.common.fonts.EmojiFont;
import org.parley.ui.unlock.Profile;
import org.parley.ui.unlock.ProfileOpener;
import org.parley.ui.unlock.UnlockController;
import org.parley.ui.workplace.Workplace;

/**
 * One profile's windows, of which one shows at a time: unlock, main, and the lock screen. Used on
 * the event thread.
 */
final class Seat {
  /** Until the unlock window is there, which needs the processor and the fonts' lock itself. */
  private static final int PREPARE_MILLIS = 500;

  private final UiContext ui;
  private final @Nullable ProfileOpener opener;
  private final Runnable gone;
  private final Tray tray;

  /**
   * Nothing shows yet.
   *
   * @param opener what unlocks; null where it was unlocked without, so that it cannot be locked
   * @param gone called when the last window has closed and its workplace with it
   */
  Seat(UiContext ui, Tray tray, @Nullable ProfileOpener opener, Runnable gone) {
    this.ui = ui;
    this.tray = tray;
    this.opener = opener;
    this.gone = gone;
  }

  /**
   * Shows the unlock window.
   *
   * @param known what the opener knows
   * @param appearance as the first of them has it
   */
  void unlock(List<Profile> known, Appearance appearance) {
    watch();
    appearance.apply();
    new UnlockController(
            ui.in(known.get(0).language()),
            java.util.Objects.requireNonNull(opener),
            workplace -> show(workplace, Optional.empty()),
            gone)
        .start(known);
    ui.edt().after(PREPARE_MILLIS, this::prepare);
  }

  /**
   * What only messages need, while the password is typed: for it every font of the system is
   * opened.
   */
  private void prepare() {
    ui.background().start(Seat::loadEmoji, loaded -> {}, this::onUnexpected);
  }

  private static boolean loadEmoji() {
    EmojiFont.load();
    return true;
  }

  /** Shows a main window, at that place where there is one. */
  void show(Workplace workplace, Optional<Place> place) {
    ui.background()
        .start(
            () -> {
              EmojiFont.load();
              return Appearance.of(workplace.preferences().clear());
            },
            appearance -> {
              watch();
              appearance.apply();
              UiContext now = ui.in(workplace.preferences().clear().language());
              new MainController(now, workplace, tray, turns(workplace)).start(place);
            },
            this::onUnexpected);
  }

  private Turns turns(Workplace workplace) {
    return new Turns() {
      @Override
      public boolean canLock() {
        return opener != null;
      }

      @Override
      public void locked(Place place) {
        lockScreen(workplace.own().folder(), place, workplace);
      }

      @Override
      public void renewed(Place place) {
        show(workplace, Optional.of(place));
      }

      @Override
      public void ended() {
        gone.run();
      }
    };
  }

  private void lockScreen(Path folder, Place place, Workplace closed) {
    ProfileOpener profiles = java.util.Objects.requireNonNull(opener);
    UiContext now = ui.in(closed.preferences().clear().language());
    new UnlockController(now, profiles, next -> show(next, Optional.of(place)), gone)
        .startLocked(folder);
  }

  private void watch() {
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, why) -> Unexpected.tell(null, ui, why));
  }

  private void onUnexpected(Throwable why) {
    Unexpected.tell(null, ui, why);
  }
}
