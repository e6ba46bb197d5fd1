package org.parley.ui.common.fonts;

import java.beans.PropertyChangeEvent;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a text in which a character needs another font is laid out run by run, as Swing
 * does with a text of two directions: by the same property of the document, which stays set.
 */
final class RunsWanted implements DocumentListener {
  /** What Swing's own text components look at; it is set where letters of two directions are. */
  static final String PROPERTY = "i18n";

  private final JTextComponent component;
  private final Runnable layOutAnew;
  private @Nullable Document document;

  RunsWanted(JTextComponent component, Runnable layOutAnew) {
    this.component = component;
    this.layOutAnew = layOutAnew;
  }

  /** Whether the document's text is to be laid out so. */
  static boolean in(Document document) {
    return Boolean.TRUE.equals(document.getProperty(PROPERTY));
  }

  /** To be told of each property of the component that changes. */
  void changed(PropertyChangeEvent event) {
    if ("document".equals(event.getPropertyName())) {
      follow((Document) event.getNewValue());
    }
  }

  /** Looks at that document, and no longer at the one before. */
  void follow(@Nullable Document other) {
    if (document != null) {
      document.removeDocumentListener(this);
    }
    document = other;
    if (other != null) {
      other.addDocumentListener(this);
      look(other, 0, other.getLength());
    }
  }

  private void look(Document where, int start, int length) {
    try {
      if (!in(where) && !FontRuns.of(where.getText(start, length), component.getFont()).isEmpty()) {
        where.putProperty(PROPERTY, true);
        layOutAnew.run();
      }
    } catch (BadLocationException e) {
      throw new IllegalStateException("what was put in is there", e);
    }
  }

  @Override
  public void insertUpdate(DocumentEvent event) {
    look(event.getDocument(), event.getOffset(), event.getLength());
  }

  @Override
  public void removeUpdate(DocumentEvent event) {}

  @Override
  public void changedUpdate(DocumentEvent event) {}
}
