package org.parley.ui.wire;

import java.util.List;
import java.util.Optional;
import org.parley.journal.StoredEntry;
import org.parley.ui.common.Property;
import org.parley.ui.workplace.WireItem;
import org.parley.ui.workplace.WireLog.Filter;

/** What the Wire tab shows. */
final class WireModel {
  /**
   * The rows of what is chosen.
   *
   * @param item what they belong to
   */
  record Ladder(WireItem item, List<StoredEntry> rows) {}

  /** What is listed, newest first, as far as it was loaded. */
  final Property<List<WireItem>> items = new Property<>(List.of());

  /** Whether there may be older ones. */
  final Property<Boolean> more = new Property<>(false);

  /** Whether something is being read. */
  final Property<Boolean> loading = new Property<>(true);

  /** What to list. */
  final Property<Filter> filter = new Property<>(Filter.ALL);

  /** Which item is chosen. */
  final Property<Optional<WireItem>> chosen = new Property<>(Optional.empty());

  /** Its rows. */
  final Property<Optional<Ladder>> ladder = new Property<>(Optional.empty());

  /** Which of its rows is chosen. */
  final Property<Optional<StoredEntry>> row = new Property<>(Optional.empty());

  /** Whether its body is shown. */
  final Property<Boolean> body = new Property<>(false);

  /** What tells two items apart, also after one has grown. */
  static String key(WireItem item) {
    return item.session() == null ? Long.toString(item.last()) : item.session();
  }
}
