package org.parley.ui.unlock;

import java.util.Map;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.Icons;
import org.parley.ui.common.PathInput;
import org.parley.ui.common.UiContext;
import org.parley.ui.unlock.UnlockModel.Input;

/** What stands under <i>More</i>: port, directory file and, at a first start, the data folder. */
final class ProfileFields extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JTextField port = new JTextField();
  private final PathInput directory;
  private final PathInput folder;
  private final Field portField;
  private final Field directoryField;
  private final Field folderField;
  private final JPanel body =
      new JPanel(new MigLayout("insets 0, fillx, wrap 1, gap 0 16, hidemode 3"));
  private final JButton toggle;

  ProfileFields(
      String prefix, boolean withPort, boolean withFolder, UiContext ui, UnlockModel model) {
    super(new MigLayout("insets 0, fillx, wrap 1, gap 0 16, hidemode 3", "[grow, fill]"));
    port.setName(prefix + ".port");
    directory = new PathInput(prefix + ".directory", false, ui);
    folder = new PathInput(prefix + ".folder", true, ui);
    portField = new Field(ui.word("ui.unlock.port"), port, UnlockView.WIDTH);
    directoryField =
        new Field(ui.word("ui.unlock.directory"), directory.field(), directory, UnlockView.WIDTH);
    folderField = new Field(ui.word("ui.unlock.folder"), folder.field(), folder, UnlockView.WIDTH);
    toggle =
        Buttons.quiet(
            prefix + ".more", ui.word("ui.unlock.more"), () -> model.more.set(!model.more.get()));
    toggle.setIcon(Icons.late("down"));
    setOpaque(false);
    body.setOpaque(false);
    if (withPort) {
      body.add(portField, "growx");
    }
    if (withFolder) {
      body.add(folderField, "growx");
    }
    body.add(directoryField, "growx");
    add(toggle, "growx 0, alignx left");
    add(body);
    model.more.follow(body::setVisible);
    model.faults.follow(this::show);
    model.chosen.follow(chosen -> chosen.ifPresent(this::show));
  }

  private void show(Profile profile) {
    port.setText(Integer.toString(profile.port()));
    directory.field().setText(profile.directoryFile().toString());
    folder.field().setText(profile.folder().toString());
  }

  private void show(Map<Input, String> faults) {
    portField.setFault(faults.get(Input.PORT));
    directoryField.setFault(faults.get(Input.DIRECTORY));
    folderField.setFault(faults.get(Input.FOLDER));
  }

  String port() {
    return port.getText();
  }

  String directory() {
    return directory.field().getText();
  }

  String folder() {
    return folder.field().getText();
  }

  /** The port's field, for a page that shows it itself. */
  Field portField() {
    return portField;
  }
}
