package org.parley.ui.conversations;

import java.awt.Component;
import java.awt.Desktop;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Asks before a link of a stranger's is followed, and says where it leads. */
final class LinkSheet {
  private static final int WIDTH = 400;
  private static final int MOST_SHOWN = 400;

  private final UiContext ui;
  private final Sheet sheet;
  private final String address;
  private final Optional<URI> target;

  LinkSheet(UiContext ui, Component over, String address) {
    this.ui = ui;
    this.address = address;
    this.target = Links.uri(address);
    sheet = new Sheet(over, "link", ui.word("ui.link.title"));
    sheet.add(Plain.prose(ui.word("ui.link.sentence"), WIDTH));
    JLabel host = Plain.label(Links.host(address).orElse(""), "heading");
    host.setName("link.host");
    sheet.add(host);
    JTextArea whole = Plain.prose(SafeText.line(address, MOST_SHOWN), WIDTH, "note");
    whole.setName("link.address");
    sheet.add(whole);
    if (isForeign()) {
      JTextArea care = Plain.prose(ui.word("ui.link.foreign"), WIDTH, "fault");
      care.setName("link.care");
      sheet.add(care);
    }
    JButton copy = Buttons.of("link.copy", "copy", ui.word("ui.link.copy"), this::copy);
    sheet.mainButton(copy);
    if (target.isPresent() && canBrowse()) {
      sheet.button(Buttons.of("link.open", ui.word("ui.link.open"), this::browse));
    }
    sheet.button(Buttons.of("link.cancel", ui.word("ui.common.cancel"), sheet::close));
  }

  /** Letters beyond ASCII in a host may look like others. */
  private boolean isForeign() {
    return Links.host(address).filter(h -> h.contains("xn--")).isPresent();
  }

  private static boolean canBrowse() {
    return Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
  }

  void open() {
    sheet.open();
  }

  private void copy() {
    Toolkit.getDefaultToolkit()
        .getSystemClipboard()
        .setContents(
            new StringSelection(target.map(URI::toString).orElse(SafeText.visible(address))), null);
    sheet.close();
  }

  private void browse() {
    sheet.close();
    ui.background()
        .start(
            () -> {
              Desktop.getDesktop().browse(target.orElseThrow());
              return true;
            },
            done -> {},
            why -> {
              if (why instanceof IOException) {
                Dialogs.tell(
                    sheet.component().getParent(),
                    ui,
                    ui.word("ui.talk.problem.title"),
                    ui.word("ui.link.failed"));
              } else {
                org.parley.ui.common.Unexpected.tell(sheet.component().getParent(), ui, why);
              }
            });
  }
}
