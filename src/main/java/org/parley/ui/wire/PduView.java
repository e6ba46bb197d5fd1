package org.parley.ui.wire;

import java.awt.Font;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.StoredEntry;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Clipboards;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;

/** Everything about one row: what it does, its members, its checks, its body on request. */
final class PduView {
  private static final int WIDTH = 360;
  private static final int MOST_VALUE = 400;
  private static final int MOST_WIRE = 4000;
  private static final int MOST_HEX = 1024;
  private static final int MOST_TEXT = 4000;

  private final UiContext ui;
  private final WireModel model;
  private final WireController controller;
  private final WireWords words;
  private final JPanel page =
      new JPanel(new MigLayout("insets 16, wrap 2, gap 24 6, hidemode 3", "[][grow, fill]"));
  private final JScrollPane scroll = new JScrollPane(page);

  PduView(UiContext ui, WireModel model, WireController controller) {
    this.ui = ui;
    this.model = model;
    this.controller = controller;
    this.words = new WireWords(ui);
    page.putClientProperty("FlatLaf.styleClass", "page");
    page.setName("wire.pdu");
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getVerticalScrollBar().setUnitIncrement(16);
    model.row.follow(row -> fill(row, true));
    model.body.follow(shown -> fill(model.row.get(), false));
  }

  JComponent component() {
    return scroll;
  }

  private void fill(Optional<StoredEntry> row, boolean toTop) {
    page.removeAll();
    row.ifPresent(this::fill);
    page.revalidate();
    page.repaint();
    if (toTop) {
      ui.edt().run(() -> scroll.getVerticalScrollBar().setValue(0)); // once it is laid out
    }
  }

  private void fill(StoredEntry row) {
    Entry entry = row.entry();
    if (entry == null) {
      boolean removed = row.condition() == StoredEntry.Condition.REMOVED;
      head(ui.word(removed ? "ui.wire.removed" : "ui.wire.damaged"));
      sentence(
          ui.word(removed ? "ui.wire.removed.sentence" : "ui.wire.damaged.sentence", row.seq()));
    } else if (entry.direction() == Direction.LOCAL) {
      head(ui.word("ui.wire.local"));
      sentence(
          entry.msgType().equals("unrecorded")
              ? words.unrecorded(entry)
              : words.local(entry.msgType(), entry.of()));
      fact(ui.word("ui.wire.fact.row"), Long.toString(row.seq()));
      fact(ui.word("ui.wire.fact.time"), entry.time().toString());
    } else {
      pdu(row.seq(), entry);
    }
  }

  private void pdu(long seq, Entry entry) {
    PduParts parts = new PduParts(entry);
    head(WireWords.type(entry));
    sentence(words.says(entry));
    page.add(buttons(parts, entry), "spanx, growx, gapbottom 4");
    if (model.body.get()) {
      body(parts);
    }
    section("ui.wire.section.row");
    fact(ui.word("ui.wire.fact.row"), Long.toString(seq));
    fact(ui.word("ui.wire.fact.time"), entry.time().toString());
    fact(ui.word("ui.wire.fact.outcome"), words.outcome(entry));
    fact(ui.word("ui.wire.fact.state"), entry.state() == null ? "–" : entry.state());
    fact(
        ui.word("ui.wire.fact.protection"),
        ui.word(parts.encrypted() ? "ui.wire.encrypted" : "ui.wire.plain"));
    checks(parts, entry);
    section("ui.wire.section.members");
    if (parts.isJson()) {
      parts.members().forEach(part -> fact(part.name(), part.value()));
    } else {
      sentence("wire.notJson", ui.word("ui.wire.notJson"));
      mono("wire.raw", SafeText.visible(cut(parts.wire().orElse(""), MOST_WIRE)));
    }
  }

  private void head(String text) {
    JLabel label = Plain.label(text, "heading");
    label.setName("wire.type");
    page.add(label, "spanx");
  }

  private void sentence(String text) {
    sentence("wire.says", text);
  }

  private void sentence(String name, String text) {
    JTextArea prose = Plain.prose(text, WIDTH + 120);
    prose.setName(name);
    page.add(prose, "spanx, growx, wmin 0");
  }

  private void section(String key) {
    page.add(Plain.label(ui.word(key), "strong"), "spanx, gaptop 8");
  }

  private void fact(String name, String value) {
    JLabel label = Plain.label(SafeText.line(name, 40), "note");
    page.add(label, "aligny top");
    JTextArea shown = Plain.prose(SafeText.visible(cut(value, MOST_VALUE)), WIDTH);
    shown.setName("wire.value." + SafeText.line(name, 40));
    page.add(shown, "wmin 0, growx");
  }

  private String cut(String text, int most) {
    return text.length() <= most
        ? text
        : SafeText.line(text, most) + " " + ui.word("ui.wire.cut", text.length());
  }

  private JPanel buttons(PduParts parts, Entry entry) {
    JPanel row = new JPanel(new MigLayout("insets 4 0 0 0, gap 8, hidemode 3"));
    row.setOpaque(false);
    boolean hasBody = parts.bodySize() > 0;
    JButton body =
        Buttons.of(
            "wire.body",
            "reveal",
            ui.word(model.body.get() ? "ui.wire.body.hide" : "ui.wire.body.show"),
            controller::onBody);
    body.setEnabled(hasBody);
    body.setToolTipText(hasBody ? null : ui.word(noBody(entry)));
    JButton copy =
        Buttons.of(
            "wire.copy",
            "copy",
            ui.word("ui.wire.copy"),
            () -> parts.wire().ifPresent(Clipboards::copy));
    copy.setEnabled(parts.wire().isPresent());
    row.add(body);
    row.add(copy);
    if (!hasBody) {
      row.add(Plain.label(ui.word(noBody(entry)), "note"));
    }
    return row;
  }

  private static String noBody(Entry entry) {
    return entry.msgType().equals(Entry.TEXT) ? "ui.wire.body.elsewhere" : "ui.wire.body.none";
  }

  private void body(PduParts parts) {
    section("ui.wire.section.body");
    page.add(Plain.label(ui.word("ui.wire.body.size", parts.bodySize()), "note"), "spanx");
    parts
        .bodyText()
        .ifPresent(text -> mono("wire.body.text", SafeText.visible(cut(text, MOST_TEXT))));
    mono("wire.body.hex", parts.bodyHex(MOST_HEX));
    if (parts.bodySize() > MOST_HEX) {
      page.add(Plain.label(ui.word("ui.wire.body.first", MOST_HEX), "note"), "spanx");
    }
  }

  private void mono(String name, String text) {
    JTextArea area = Plain.prose(text, WIDTH + 120);
    area.setName(name);
    area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, area.getFont().getSize()));
    page.add(area, "spanx, growx, wmin 0");
  }

  private void checks(PduParts parts, Entry entry) {
    section("ui.wire.section.checks");
    var made = PduCheck.of(entry, parts.encrypted());
    if (made.isEmpty()) {
      sentence("wire.unchecked", ui.word("ui.wire.checks.ours"));
    }
    for (PduCheck.Made one : made) {
      JLabel name =
          Plain.label(
              ui.word("ui.wire.checkName." + one.check()),
              switch (one.standing()) {
                case PASSED -> "good";
                case FAILED -> "fault";
                case NOT_MADE -> "note";
              });
      name.setName("wire.check." + one.check());
      name.setIcon(
          Icons.of(
              switch (one.standing()) {
                case PASSED -> "delivered";
                case FAILED -> "failed";
                case NOT_MADE -> "more";
              },
              12));
      String standing = ui.word("ui.wire.standing." + one.standing());
      name.getAccessibleContext().setAccessibleName(name.getText() + ": " + standing);
      page.add(name, "aligny top");
      page.add(
          Plain.prose(
              ui.word("ui.wire.checked", standing, ui.word("ui.wire.check." + one.check())), WIDTH),
          "wmin 0, growx");
    }
  }
}
