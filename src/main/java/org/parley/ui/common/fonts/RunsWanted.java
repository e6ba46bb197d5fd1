package org.parley.ui.common.fonts;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
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
final class RunsWanted implements DocumentListener, PropertyChangeListener {
  /** What Swing's own text components look at; it is set where letters of two directions are. */
  static final String PROPERTY = "i18n";

  private final JTextComponent component;
  private final Runnable layOutAnew;
  private @Nullable Document document;

  /** Looks at the component's document, and at each that it is given later. */
  RunsWanted(JTextComponent component, Runnable layOutAnew) {
    this.component = component;
    this.layOutAnew = layOutAnew;
    component.addPropertyChangeListener("document", this);
    follow(component.getDocument());
  }

  /** Looks no longer. */
  void end() {
    component.removePropertyChangeListener("document", this);
    follow(null);
  }

  /** Whether the document's text is to be laid out so. */
  static boolean in(Document document) {
    return Boolean.TRUE.equals(document.getProperty(PROPERTY));
  }

  @Override
  public void propertyChange(PropertyChangeEvent event) {
    follow((Document) event.getNewValue());
  }

  private void follow(@Nullable Document other) {
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
