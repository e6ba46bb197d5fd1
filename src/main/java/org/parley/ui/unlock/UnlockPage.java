package org.parley.ui.unlock;

import java.util.Objects;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.PasswordInput;
import org.parley.ui.common.PathInput;
import org.parley.ui.common.UiContext;
import org.parley.ui.unlock.UnlockModel.Input;

/** Profile, startup password, and what is rarely changed. */
final class UnlockPage extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JComboBox<Profile> profiles = new JComboBox<>();
  private final JPasswordField password;
  private final ProfileFields more;
  private final JButton restore;
  private final JButton unlock;
  private final UnlockController controller;
  private boolean filling;

  UnlockPage(UiContext ui, UnlockModel model, UnlockController controller) {
    super(new MigLayout("insets 0, fillx, wrap 1, gap 0 16", "[grow, fill]"));
    this.controller = controller;
    setOpaque(false);
    profiles.setName("unlock.profile");
    profiles.setRenderer(new ProfileRenderer());
    password = new PasswordInput("unlock.password", ui);
    more = new ProfileFields("unlock", true, false, ui, model);
    restore = Buttons.quiet("unlock.restore", ui.word("ui.restore.open"), controller::onRestore);
    unlock = Buttons.of("unlock.open", ui.word("ui.unlock.open"), this::submit);
    Field profileField =
        new Field(ui.word("ui.unlock.profile"), profiles, profileRow(ui), UnlockView.WIDTH);
    Field passwordField = new Field(ui.word("ui.unlock.password"), password, UnlockView.WIDTH);
    add(profileField);
    add(passwordField);
    add(more);
    JPanel buttons = new JPanel(new MigLayout("insets 0, fillx", "[][grow, left][]"));
    buttons.setOpaque(false);
    buttons.add(
        Buttons.quiet("unlock.forgotten", ui.word("ui.unlock.forgotten"), controller::onForgotten));
    buttons.add(restore);
    buttons.add(unlock);
    add(buttons, "growx");

    profiles.addActionListener(
        event -> {
          if (!filling && profiles.getSelectedItem() instanceof Profile chosen) {
            controller.onChoose(chosen);
          }
        });
    model.profiles.follow(now -> fill(model));
    model.chosen.follow(now -> fill(model));
    model.faults.follow(
        faults -> {
          profileField.setFault(faults.get(Input.PROFILE));
          passwordField.setFault(faults.get(Input.PASSWORD));
          if (faults.containsKey(Input.PASSWORD)) {
            password.selectAll();
            Inputs.focus(password);
          }
        });
    model.busy.follow(busy -> setEnabledAll(model));
    model.waiting.follow(
        seconds -> {
          setEnabledAll(model);
          unlock.setText(
              seconds == 0 ? ui.word("ui.unlock.open") : ui.word("ui.unlock.wait", seconds));
        });
  }

  private JPanel profileRow(UiContext ui) {
    JPanel row = new JPanel(new MigLayout("insets 0, fillx, gap 8", "[grow, fill][]"));
    row.setOpaque(false);
    row.add(profiles, "wmin 0");
    row.add(
        Buttons.of(
            "unlock.other",
            ui.word("ui.unlock.other"),
            () ->
                PathInput.chosen(this, true, startingFolder())
                    .ifPresent(controller::onOtherFolder)));
    return row;
  }

  private String startingFolder() {
    return profiles.getSelectedItem() instanceof Profile chosen ? chosen.folder().toString() : "";
  }

  private void fill(UnlockModel model) {
    filling = true;
    profiles.setModel(new DefaultComboBoxModel<>(model.existing().toArray(Profile[]::new)));
    Optional<Profile> chosen = model.chosen.get().filter(Profile::exists);
    profiles.setSelectedItem(chosen.orElse(null));
    filling = false;
  }

  private void setEnabledAll(UnlockModel model) {
    boolean free = model.busy.get().isEmpty();
    profiles.setEnabled(free);
    password.setEnabled(free);
    restore.setEnabled(free);
    unlock.setEnabled(free && model.waiting.get() == 0);
  }

  private void submit() {
    char[] typed = Objects.requireNonNull(password.getPassword());
    controller.onUnlock(more.port(), more.directory(), typed);
  }

  /** Takes what was typed out of the field. */
  void forget() {
    password.setText("");
  }

  JButton mainButton() {
    return unlock;
  }

  void focus() {
    Inputs.focus(password);
  }
}
