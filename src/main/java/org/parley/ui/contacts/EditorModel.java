package org.parley.ui.contacts;

import java.util.Map;
import org.parley.directory.Field;
import org.parley.ui.common.Property;

/** What the form of a contact shows. */
final class EditorModel {
  final Property<Map<Field, String>> faults = new Property<>(Map.of());

  /** A name that could be taken for another; a warning, not a fault. */
  final Property<String> lookalike = new Property<>("");

  /** What became of the entry elsewhere since the form was opened; empty for nothing. */
  final Property<String> meanwhile = new Property<>("");

  final Property<Boolean> saving = new Property<>(false);
}
