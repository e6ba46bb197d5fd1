package org.parley.ui.settings;

import java.awt.CardLayout;
import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** The list of pages at the left, the page at the right. */
final class SettingsView {
  private final Sheet sheet;
  private final CardLayout cards = new CardLayout();
  private final JPanel pages = new JPanel(cards);

  SettingsView(UiContext ui, SettingsModel model, SettingsController controller, Component over) {
    sheet = new Sheet(over, "settings", ui.word("ui.window.settings"));
    Sections sections = new Sections(ui, model, controller);
    Map<String, Section> all = new LinkedHashMap<>();
    all.put(ui.word("ui.settings.page.look"), sections.look());
    all.put(ui.word("ui.settings.page.messages"), sections.messages());
    all.put(ui.word("ui.settings.page.you"), sections.you());
    all.put(ui.word("ui.settings.page.reach"), sections.reach());
    all.put(ui.word("ui.settings.page.lock"), sections.lock());
    all.put(ui.word("ui.settings.page.data"), sections.data());
    all.forEach(this::addPage);
    pages.setOpaque(false);
    JPanel body = new JPanel(new MigLayout("insets 0, fill, gap 24", "[][grow, fill]", "[fill]"));
    body.setOpaque(false);
    body.add(list(ui, all.keySet().toArray(String[]::new)), "wmin 144");
    body.add(pages, "grow, push, wmin 0");
    sheet
        .addGrowing(body)
        .mainButton(Buttons.of("settings.close", ui.word("ui.common.close"), sheet::close));
  }

  private void addPage(String title, Section section) {
    JPanel holder = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill]", "[top]"));
    holder.setOpaque(false);
    holder.add(section, "wmin 0");
    JScrollPane scroll =
        new JScrollPane(
            holder,
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.getVerticalScrollBar().setUnitIncrement(16);
    pages.add(scroll, title);
  }

  private JList<String> list(UiContext ui, String[] titles) {
    JList<String> list = new JList<>(titles);
    list.setName("settings.pages");
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(Plain.withoutHtml(new DefaultListCellRenderer()));
    list.setSelectedIndex(0);
    list.putClientProperty("FlatLaf.styleClass", "side");
    list.getAccessibleContext().setAccessibleName(ui.word("ui.settings.pages"));
    list.addListSelectionListener(event -> cards.show(pages, list.getSelectedValue()));
    return list;
  }

  Component component() {
    return sheet.component();
  }

  void open() {
    sheet.open();
  }
}
