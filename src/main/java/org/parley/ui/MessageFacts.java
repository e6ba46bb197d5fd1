package org.parley.ui;

import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.parley.messaging.Message;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** What the journal knows of one message. */
final class MessageFacts {
  private static final int MOST = 80;

  private final Sheet sheet;

  MessageFacts(UiContext ui, Message message, Component over) {
    sheet = new Sheet(over, "facts", ui.word("ui.facts.title"));
    JPanel facts = new JPanel(new MigLayout("insets 0, wrap 2, gap 24 8", "[][grow]"));
    facts.setOpaque(false);
    String row = message.seq() == null ? ui.word("ui.facts.noRow") : message.seq().toString();
    fact(facts, ui.word("ui.facts.row"), row);
    fact(facts, ui.word("ui.facts.id"), String.valueOf(message.id()));
    fact(facts, ui.word("ui.facts.time"), message.time().toString());
    sheet
        .add(facts)
        .mainButton(Buttons.of("facts.close", ui.word("ui.common.close"), sheet::close));
  }

  private static void fact(JPanel to, String name, String value) {
    to.add(Plain.label(name, "note"));
    JLabel shown = Plain.label(SafeText.line(value, MOST));
    to.add(shown);
  }

  void open() {
    sheet.open();
  }
}
