package org.parley.ui.settings;

import java.awt.Component;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;
import org.parley.settings.ClearSettings;
import org.parley.settings.Closing;
import org.parley.settings.EnterKey;
import org.parley.settings.Language;
import org.parley.settings.ListenOn;
import org.parley.settings.Look;
import org.parley.settings.Notifications;
import org.parley.settings.SealedSettings;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.FormRules;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.settings.SettingsModel.Input;
import org.parley.ui.workplace.OwnPlace;
import org.parley.ui.workplace.Preferences;
import org.parley.ui.workplace.Workplace;

/**
 * The settings over a window: each acts at once and is remembered off the event thread. Used on the
 * event thread.
 */
public final class SettingsController {
  private final UiContext ui;
  private final Workplace workplace;
  private final Preferences preferences;
  private final boolean tray;
  private final @Nullable Runnable lock;
  private final SettingsModel model = new SettingsModel();
  private @Nullable SettingsView view;

  /**
   * Settings that show with {@link #open}.
   *
   * @param tray whether a window can go where one can bring it back from
   * @param lock locks the profile; null where nothing could unlock it again
   */
  public SettingsController(
      UiContext ui, Workplace workplace, boolean tray, @Nullable Runnable lock) {
    this.ui = ui;
    this.workplace = workplace;
    this.preferences = workplace.preferences();
    this.tray = tray;
    this.lock = lock;
  }

  /** Shows them, and waits until they are closed. */
  public void open(Component over) {
    SettingsView made = new SettingsView(ui, model, this, over);
    view = made;
    made.open();
    view = null;
  }

  Workplace workplace() {
    return workplace;
  }

  boolean trayWorks() {
    return tray;
  }

  /**
   * A name given on the command line holds whatever is remembered, so it cannot be changed here.
   */
  boolean nameCanChange() {
    return lock != null && workplace.self().equals(preferences.clear().name());
  }

  void onLook(Look look) {
    clear(now -> now.withLook(look));
  }

  void onLanguage(Language language) {
    clear(now -> now.withLanguage(language));
  }

  void onTextPercent(int percent) {
    clear(now -> now.withTextPercent(percent));
  }

  void onEnter(EnterKey enter) {
    sealed(now -> now.withEnterKey(enter));
  }

  void onNotifications(Notifications notifications) {
    sealed(now -> now.withNotifications(notifications));
  }

  void onAutoLock(OptionalInt minutes) {
    sealed(now -> now.withAutoLockMinutes(minutes));
  }

  void onGiveUp(OptionalInt hours) {
    sealed(now -> now.withGiveUpHours(hours));
  }

  void onClosing(Closing closing) {
    sealed(now -> now.withClosing(closing));
  }

  private void clear(UnaryOperator<ClearSettings> change) {
    change(() -> preferences.changeClear(change));
  }

  private void sealed(UnaryOperator<SealedSettings> change) {
    change(() -> preferences.changeSealed(change));
  }

  /** A change that waits for the disk. */
  private interface Change {
    void make() throws IOException;
  }

  private void change(Change change) {
    ui.background()
        .start(
            () -> {
              change.make();
              return true;
            },
            done -> {},
            this::onUnsaved);
  }

  private void onUnsaved(Throwable why) {
    if (why instanceof IOException) {
      Dialogs.tell(
          component(),
          ui,
          ui.word("ui.settings.unsaved.title"),
          ui.word("ui.settings.unsaved.sentence"));
    } else {
      Unexpected.tell(component(), ui, why);
    }
  }

  private @Nullable Component component() {
    return view == null ? null : view.component();
  }

  void onListenOn(ListenOn where) {
    listen(where, workplace.status().status().port());
  }

  void onPort(String text) {
    FormRules.Reading<Integer> port = FormRules.port(text, ui);
    port.fault().ifPresent(fault -> model.fault(Input.PORT, fault));
    port.value().ifPresent(value -> listen(preferences.clear().listenOn(), value));
  }

  private void listen(ListenOn where, int port) {
    if (model.busy.get() || port == 0) {
      return;
    }
    model.busy.set(true);
    ui.background()
        .start(
            () -> {
              workplace.own().listen(where, port);
              return true;
            },
            done -> {
              model.busy.set(false);
              model.done(Input.PORT, ui.word("ui.settings.port.done", Integer.toString(port)));
            },
            why -> {
              model.busy.set(false);
              if (why instanceof OwnPlace.RefusedException refused) {
                model.fault(
                    Input.PORT,
                    ui.word(
                        "ui.settings.port." + refused.refusal(),
                        Integer.toString(port),
                        Integer.toString(workplace.status().status().port())));
              } else {
                onUnsaved(why);
              }
            });
  }

  void onName(String text) {
    FormRules.Reading<PeerName> name = FormRules.name(text, ui);
    name.fault().ifPresent(fault -> model.fault(Input.NAME, fault));
    name.value().filter(value -> !value.equals(workplace.self())).ifPresent(this::onName);
  }

  /** Every secret and every row of a session hangs on the name: it is taken at the next unlock. */
  private void onName(PeerName name) {
    if (lock == null) {
      return;
    }
    String shown = SafeText.quoted(name.toString());
    if (workplace.addressBook().known(name).isPresent()) {
      model.fault(Input.NAME, ui.word("ui.settings.name.taken", shown));
    } else if (Dialogs.ask(
        component(),
        ui,
        ui.word("ui.settings.name.title", shown),
        ui.word("ui.settings.name.sentence", shown),
        ui.word("ui.settings.name.yes"))) {
      Runnable then = lock;
      ui.background()
          .start(
              () -> {
                preferences.changeClear(now -> now.withName(name));
                return true;
              },
              done -> then.run(),
              this::onUnsaved);
    }
  }

  void onPassword() {
    model.clear();
    new PasswordView(ui, model, this, component()).open();
  }

  /** Takes over the three passwords and wipes them. */
  void onPassword(char[] old, char[] fresh, char[] repeat, Runnable done) {
    model.clear();
    boolean same = Arrays.equals(fresh, repeat);
    Arrays.fill(repeat, '\0');
    if (old.length == 0) {
      model.fault(Input.OLD_PASSWORD, ui.word("ui.fault.password.empty"));
    } else if (fresh.length == 0) {
      model.fault(Input.NEW_PASSWORD, ui.word("ui.fault.password.empty"));
    } else if (!same) {
      model.fault(Input.REPEAT, ui.word("ui.fault.password.repeat"));
    }
    if (!model.told.get().isEmpty() || model.busy.get()) {
      Arrays.fill(old, '\0');
      Arrays.fill(fresh, '\0');
      return;
    }
    model.busy.set(true);
    ui.background()
        .start(
            () -> {
              try {
                return workplace.own().changePassword(old, fresh);
              } finally {
                Arrays.fill(old, '\0');
                Arrays.fill(fresh, '\0');
              }
            },
            changed -> {
              model.busy.set(false);
              if (changed) {
                done.run();
              } else {
                model.fault(Input.OLD_PASSWORD, ui.word("ui.settings.password.wrong"));
              }
            },
            why -> {
              model.busy.set(false);
              onUnsaved(why);
            });
  }

  void onPasswordChanged() {
    Dialogs.tell(
        component(),
        ui,
        ui.word("ui.settings.password.done.title"),
        ui.word("ui.settings.password.old"));
  }

  void onCopyFingerprint() {
    Toolkit.getDefaultToolkit()
        .getSystemClipboard()
        .setContents(new StringSelection(workplace.own().fingerprint()), null);
  }

  void onBackup() {
    Component over = component();
    if (over != null) {
      new BackupSheet(ui, workplace.safekeeping(), workplace.self().toString(), over).open();
    }
  }

  void onOpenFolder() {
    ui.background()
        .start(
            () -> {
              Folders.open(workplace.own().folder());
              return true;
            },
            done -> {},
            why ->
                Dialogs.tell(
                    component(),
                    ui,
                    ui.word("ui.settings.folder.title"),
                    ui.word("ui.settings.folder.sentence")));
  }
}
