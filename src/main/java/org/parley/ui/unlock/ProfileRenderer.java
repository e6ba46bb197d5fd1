package org.parley.ui.unlock;

import java.awt.Component;
import java.nio.file.Path;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;

/** A profile in the list: its name, where one is known, and its folder. */
final class ProfileRenderer extends DefaultListCellRenderer {
  private static final long serialVersionUID = 1L;

  ProfileRenderer() {
    Plain.withoutHtml(this);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
    String text = value instanceof Profile profile ? text(profile) : "";
    return super.getListCellRendererComponent(list, text, index, selected, focused);
  }

  static String text(Profile profile) {
    String folder = SafeText.line(fromHome(profile.folder()), 200);
    String name = profile.name();
    return name == null ? folder : SafeText.quoted(name) + "  ·  " + folder;
  }

  private static String fromHome(Path folder) {
    Path home = Path.of(System.getProperty("user.home", "/"));
    return folder.startsWith(home) && !folder.equals(home)
        ? "~" + folder.getFileSystem().getSeparator() + home.relativize(folder)
        : folder.toString();
  }
}
