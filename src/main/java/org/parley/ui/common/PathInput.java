package org.parley.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** A text field for a path, with a button that lets one choose it. */
public final class PathInput extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JTextField field = new JTextField();
  private final JButton choose;

  /** Chooses folders, or files. */
  public PathInput(String name, boolean folders, UiContext ui) {
    super(new MigLayout("insets 0, fillx, gap 8", "[grow, fill][]"));
    setOpaque(false);
    field.setName(name);
    add(field, "wmin 0");
    choose = Buttons.of(name + ".choose", ui.word("ui.common.choose"), () -> choose(folders));
    add(choose);
  }

  @Override
  public void setEnabled(boolean enabled) {
    super.setEnabled(enabled);
    field.setEnabled(enabled);
    choose.setEnabled(enabled);
  }

  /** The field itself. */
  public JTextField field() {
    return field;
  }

  private void choose(boolean folders) {
    chosen(this, folders, field.getText()).ifPresent(path -> field.setText(path.toString()));
  }

  /** Lets somebody choose; empty if they did not. */
  public static Optional<Path> chosen(java.awt.Component over, boolean folders, String from) {
    JFileChooser chooser = new JFileChooser(from);
    chooser.setFileSelectionMode(folders ? JFileChooser.DIRECTORIES_ONLY : JFileChooser.FILES_ONLY);
    return chooser.showDialog(over, null) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath().toAbsolutePath())
        : Optional.empty();
  }
}
