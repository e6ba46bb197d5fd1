package org.parley.ui.contacts;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Field;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.PathInput;
import org.parley.ui.common.UiContext;

/** A field for a file, with what is wrong with it under it. */
final class FileField {
  private final UiContext ui;
  private final PathInput input;
  private final Field field;
  private final Runnable grown;

  /**
   * An empty field.
   *
   * @param grown called when it has become higher
   */
  FileField(UiContext ui, String name, int width, Runnable grown) {
    this.ui = ui;
    this.grown = grown;
    input = new PathInput(name, false, ui);
    field = new Field(ui.word("ui.contacts.file"), input.field(), input, width);
    Inputs.onChange(input.field(), () -> field.setFault(null));
  }

  JComponent component() {
    return field;
  }

  /** The file; where there is none, that is marked. */
  Optional<Path> path() {
    String text = input.field().getText().strip();
    try {
      if (!text.isEmpty()) {
        return Optional.of(Path.of(text).toAbsolutePath());
      }
    } catch (InvalidPathException e) {
      fault(ui.word("ui.contacts.file.invalid"));
      return Optional.empty();
    }
    fault(ui.word("ui.contacts.file.none"));
    return Optional.empty();
  }

  void fault(@Nullable String sentence) {
    field.setFault(sentence);
    grown.run();
  }
}
