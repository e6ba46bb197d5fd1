package org.parley.ui.contacts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;
import org.parley.directory.ContactForm;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.Password;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Reached;
import org.parley.ui.workplace.Talk;

/** The entries as rows. */
final class ContactsTable extends AbstractTableModel {
  private static final long serialVersionUID = 1L;

  static final int NAME = 0;
  static final int ADDRESS = 1;
  static final int PORT = 2;
  static final int PASSWORD = 3;
  static final int SEEN = 4;

  private static final List<String> COLUMNS =
      List.of("name", "address", "port", "password", "seen");

  private final UiContext ui;
  private final ContactsModel model;
  private final Talk talk;

  ContactsTable(UiContext ui, ContactsModel model, Talk talk) {
    this.ui = ui;
    this.model = model;
    this.talk = talk;
  }

  DirectoryEntry entry(int row) {
    return model.entries.get().get(row);
  }

  @Override
  public int getRowCount() {
    return model.entries.get().size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.size();
  }

  @Override
  public String getColumnName(int column) {
    return ui.word("ui.contacts.column." + COLUMNS.get(column));
  }

  @Override
  public Object getValueAt(int row, int column) {
    DirectoryEntry entry = entry(row);
    ContactForm form = entry.form();
    return switch (column) {
      case NAME -> form.name().isEmpty() ? "–" : SafeText.line(form.name(), 100);
      case ADDRESS -> form.host().isEmpty() ? "–" : SafeText.line(form.host(), 100);
      case PORT -> form.port().isEmpty() ? "–" : SafeText.line(form.port(), 20);
      case PASSWORD -> password(entry, form.password());
      default -> seen(entry);
    };
  }

  private String password(DirectoryEntry entry, @Nullable Password password) {
    if (password == null || password.isEmpty()) {
      return "–";
    }
    if (!model.revealed.get().contains(entry)) {
      return "••••••••";
    }
    // Shown on request only. What a table shows is a string, which nobody can wipe.
    char[] shown = password.chars();
    String text = new String(shown);
    Arrays.fill(shown, '\0');
    return SafeText.line(text, 100);
  }

  private String seen(DirectoryEntry entry) {
    if (entry.contact() == null) {
      return ProblemWords.all(entry.problems(), ui);
    }
    return Optional.ofNullable(entry.name())
        .flatMap(talk::reached)
        .map(Reached::at)
        .map(this::ago)
        .orElseGet(() -> ui.word("ui.contacts.neverSeen"));
  }

  private String ago(Instant at) {
    return new Times(ui).ago(at);
  }

  /** What a row is sorted by; null where there is nothing. */
  @Nullable Object sortKey(int row, int column) {
    DirectoryEntry entry = entry(row);
    ContactForm form = entry.form();
    return switch (column) {
      case NAME -> Rank.padded(form.name());
      case ADDRESS -> Rank.padded(form.host());
      case PORT -> Rank.padded(form.port());
      default ->
          Optional.ofNullable(entry.contact())
              .flatMap(contact -> talk.reached(contact.name()))
              .map(Reached::at)
              .orElse(null);
    };
  }

  /** Whether a row holds that, in lower case, in its name, address or port. */
  boolean holds(int row, String part) {
    ContactForm form = entry(row).form();
    return lower(form.name()).contains(part)
        || lower(form.host()).contains(part)
        || form.port().contains(part);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
