package org.parley.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.parley.settings.ClearSettings;
import org.parley.settings.Closing;
import org.parley.settings.EnterKey;
import org.parley.settings.Language;
import org.parley.settings.ListenOn;
import org.parley.settings.Look;
import org.parley.settings.Notifications;
import org.parley.settings.SealedSettings;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Choice;
import org.parley.ui.common.Field;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;
import org.parley.ui.settings.SettingsModel.Input;
import org.parley.ui.settings.SettingsModel.Told;

/** Makes the pages of the settings. */
final class Sections {
  private static final int[] TEXT_PERCENTS = {100, 110, 125, 150, 175, 200, 250};
  private static final int[] LOCK_MINUTES = {1, 5, 10, 30, 60};
  private static final int[] GIVE_UP_HOURS = {24, 7 * 24, 30 * 24};

  private final UiContext ui;
  private final SettingsModel model;
  private final SettingsController controller;
  private final ClearSettings clear;
  private final SealedSettings sealed;

  Sections(UiContext ui, SettingsModel model, SettingsController controller) {
    this.ui = ui;
    this.model = model;
    this.controller = controller;
    this.clear = controller.workplace().preferences().clear();
    this.sealed = controller.workplace().preferences().sealed();
  }

  /** Name, fingerprint, password. */
  Section you() {
    JTextField name = new JTextField(controller.workplace().self().toString());
    name.setName("settings.name");
    boolean free = controller.nameCanChange();
    name.setEnabled(free);
    JButton change =
        Buttons.of(
            "settings.name.change",
            ui.word("ui.settings.name.change"),
            () -> controller.onName(name.getText()));
    change.setEnabled(free);
    Field nameField =
        new Field(ui.word("ui.settings.name"), name, row(name, change), Section.WIDTH);
    nameField.setHint(ui.word(free ? "ui.settings.name.hint" : "ui.settings.name.fixed"));
    follow(Input.NAME, nameField);
    JTextField fingerprint =
        fixed("settings.fingerprint", controller.workplace().own().fingerprint());
    Field fingerprintField =
        new Field(
            ui.word("ui.settings.fingerprint"),
            fingerprint,
            row(
                fingerprint,
                Buttons.of(
                    "settings.fingerprint.copy",
                    ui.word("ui.settings.copy"),
                    controller::onCopyFingerprint)),
            Section.WIDTH);
    fingerprintField.setHint(ui.word("ui.settings.fingerprint.hint"));
    return new Section(
        nameField,
        fingerprintField,
        titled(
            ui.word("ui.settings.password"),
            Buttons.of(
                "settings.password",
                ui.word("ui.settings.password.open"),
                controller::onPassword)));
  }

  /** Port, address, giving up. */
  Section reach() {
    JTextField port =
        new JTextField(Integer.toString(controller.workplace().status().status().port()));
    port.setName("settings.port");
    Runnable use = () -> controller.onPort(port.getText());
    port.addActionListener(event -> use.run());
    JButton change = Buttons.of("settings.port.use", ui.word("ui.settings.port.use"), use);
    model.busy.follow(busy -> change.setEnabled(!busy));
    Field portField =
        new Field(ui.word("ui.settings.port"), port, row(port, change), Section.WIDTH);
    portField.setHint(ui.word("ui.settings.port.hint"));
    follow(Input.PORT, portField);
    return new Section(
        portField,
        choice("listen", ListenOn.values(), clear.listenOn(), controller::onListenOn),
        Spans.field(
            "settings.giveUp",
            ui.word("ui.settings.giveUp"),
            GIVE_UP_HOURS,
            hours ->
                hours % 24 == 0
                    ? ui.word("ui.settings.days", hours / 24)
                    : ui.word("ui.settings.hours", hours),
            ui.word("ui.settings.never"),
            sealed
                .giveUpAfter()
                .map(d -> OptionalInt.of((int) d.toHours()))
                .orElse(OptionalInt.empty()),
            controller::onGiveUp));
  }

  /** Theme, language, size. */
  Section look() {
    Choice<Language> language =
        choice("language", Language.values(), clear.language(), controller::onLanguage);
    language.enable(Language.ZH, UiContext.canShow(Locale.SIMPLIFIED_CHINESE));
    return new Section(
        choice("look", Look.values(), clear.look(), controller::onLook),
        language,
        Spans.field(
            "settings.text",
            ui.word("ui.settings.text"),
            TEXT_PERCENTS,
            percent -> ui.word("ui.settings.percent", percent),
            "",
            OptionalInt.of(clear.textPercent()),
            percent -> percent.ifPresent(controller::onTextPercent)));
  }

  /** Enter, notifications. */
  Section messages() {
    return new Section(
        choice("enter", EnterKey.values(), sealed.enterKey(), controller::onEnter),
        choice(
            "notifications",
            Notifications.values(),
            sealed.notifications(),
            controller::onNotifications));
  }

  /** Auto-lock, closing. */
  Section lock() {
    Field auto =
        Spans.field(
            "settings.autoLock",
            ui.word("ui.settings.autoLock"),
            LOCK_MINUTES,
            minutes -> ui.word("ui.settings.minutes", minutes),
            ui.word("ui.settings.never"),
            sealed.autoLockMinutes(),
            controller::onAutoLock);
    auto.setHint(ui.word("ui.settings.autoLock.hint"));
    Choice<Closing> closing =
        choice("closing", Closing.values(), sealed.closing(), controller::onClosing);
    closing.enable(Closing.STAYS_IN_TRAY, controller.trayWorks());
    JPanel withHint = new JPanel(new MigLayout("insets 0, wrap 1, gap 0 4, hidemode 3"));
    withHint.setOpaque(false);
    withHint.add(closing);
    if (!controller.trayWorks()) {
      withHint.add(Plain.prose(ui.word("ui.settings.closing.noTray"), Section.WIDTH, "note"));
    }
    return new Section(auto, withHint);
  }

  /** Where data lies. */
  Section data() {
    Path folder = controller.workplace().own().folder();
    JTextField place = fixed("settings.folder", folder.toString());
    Field folderField =
        new Field(
            ui.word("ui.settings.folder"),
            place,
            row(
                place,
                Buttons.of(
                    "settings.folder.open",
                    ui.word("ui.settings.folder.open"),
                    controller::onOpenFolder)),
            Section.WIDTH);
    JTextField directory =
        fixed("settings.directory", controller.workplace().addressBook().file().toString());
    Field directoryField = new Field(ui.word("ui.settings.directory"), directory, Section.WIDTH);
    return new Section(
        folderField,
        directoryField,
        titled(
            ui.word("ui.settings.backup"),
            Buttons.of(
                "settings.backup", ui.word("ui.settings.backup.start"), controller::onBackup)));
  }

  private <E extends Enum<E>> Choice<E> choice(
      String name, E[] values, E now, java.util.function.Consumer<E> chosen) {
    String key = "ui.settings." + name;
    return new Choice<>(
        name, ui.word(key), List.of(values), v -> ui.word(key + "." + v), now, chosen);
  }

  private static JTextField fixed(String name, String text) {
    JTextField field = new JTextField(text);
    field.setName(name);
    field.setEditable(false);
    field.setCaretPosition(0);
    return field;
  }

  private static JPanel row(JComponent wide, JComponent beside) {
    JPanel row = new JPanel(new MigLayout("insets 0, fillx, gap 8", "[grow, fill][]"));
    row.setOpaque(false);
    row.add(wide, "wmin 0");
    row.add(beside);
    return row;
  }

  private static JPanel titled(String title, JComponent part) {
    JPanel panel = new JPanel(new MigLayout("insets 0, wrap 1, gap 0 8"));
    panel.setOpaque(false);
    panel.add(Plain.label(title, "strong"));
    panel.add(part);
    return panel;
  }

  private void follow(Input input, Field field) {
    model.told.follow((Map<Input, Told> told) -> show(told.get(input), field));
  }

  private static void show(@Nullable Told told, Field field) {
    if (told == null || told.isFault()) {
      field.setFault(told == null ? null : told.sentence());
    } else {
      field.setHint(told.sentence());
    }
  }
}
