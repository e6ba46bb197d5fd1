package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.awt.RenderingHints;
import java.awt.event.InputEvent;
import java.awt.event.InputMethodEvent;
import java.awt.event.KeyEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;

/**
 * Where a message is written. Enter sends and Shift+Enter breaks the line, or the other way round.
 */
final class Composer extends JPanel {
  private static final long serialVersionUID = 1L;

  /** The most bytes of UTF-8 that a message has. */
  static final int MOST_BYTES = 64 * 1024;

  private final UiContext context;
  private final Consumer<String> send;
  private final Writing writing = new Writing();
  private final JLabel below = Plain.label(" ", "note");
  private final JButton button;
  private final JScrollPane scroll;
  private boolean enterSends = true;

  Composer(UiContext context, Consumer<String> send, Runnable changed) {
    super(
        new MigLayout("insets 12 24 12 24, fillx, gap 8 4, hidemode 3", "[grow, fill][]", "[]0[]"));
    this.context = context;
    this.send = send;
    setOpaque(false);
    writing.setName("composer");
    writing.getAccessibleContext().setAccessibleName(context.word("ui.composer.name"));
    scroll = new JScrollPane(writing);
    button = Buttons.of("composer.send", "send", context.word("ui.composer.send"), this::send);
    button.putClientProperty("FlatLaf.styleClass", "primary");
    add(scroll, "growx, wmin 0, hmax 168");
    add(button, "aligny bottom, wrap");
    add(below);
    Inputs.onChange(
        writing,
        () -> {
          update();
          changed.run();
        });
    update();
  }

  /** The button is as high as one line of writing, at each size of texts. */
  @Override
  public void doLayout() {
    Insets around = scroll.getInsets();
    Insets margin = writing.getInsets();
    int line = writing.getFontMetrics(writing.getFont()).getHeight();
    int wide = button.getUI().getPreferredSize(button).width;
    button.setPreferredSize(
        new Dimension(wide, line + around.top + around.bottom + margin.top + margin.bottom));
    super.doLayout();
  }

  private int bytes() {
    return writing.getText().getBytes(StandardCharsets.UTF_8).length;
  }

  private void update() {
    boolean near = writing.getDocument().getLength() > MOST_BYTES / 4;
    int bytes = near ? bytes() : 0;
    boolean tooLong = bytes > MOST_BYTES;
    below.setVisible(near && bytes > MOST_BYTES * 7 / 8);
    below.putClientProperty("FlatLaf.styleClass", tooLong ? "fault" : "note");
    below.setText(
        context.word(tooLong ? "ui.composer.tooLong" : "ui.composer.left", MOST_BYTES - bytes));
    button.setEnabled(isEnabled() && !tooLong && !writing.getText().isBlank());
    revalidate(); // what is around it: a scroll pane would be laid out within its bounds
  }

  private void send() {
    String text = writing.getText();
    if (isEnabled() && !text.isBlank() && bytes() <= MOST_BYTES) {
      send.accept(text);
    }
  }

  void setText(String text) {
    if (!writing.getText().equals(text)) {
      writing.setText(text);
      writing.setCaretPosition(writing.getDocument().getLength());
    }
  }

  String text() {
    return writing.getText();
  }

  /** Whether Enter sends; else Shift+Enter does. */
  void setEnterSends(boolean sends) {
    enterSends = sends;
  }

  @Override
  public void setEnabled(boolean enabled) {
    super.setEnabled(enabled);
    writing.setEnabled(enabled);
    update();
  }

  void focus() {
    Inputs.focus(writing);
  }

  /** A text area that knows whether an input method is composing in it. */
  private final class Writing extends JTextArea {
    private static final long serialVersionUID = 1L;

    private boolean composing;
    private long composedAt = -1;

    Writing() {
      super(1, 20);
      setMargin(new Insets(8, 12, 8, 12));
      setLineWrap(true);
      setWrapStyleWord(true);
      setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
      setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    @Override
    protected void processInputMethodEvent(InputMethodEvent event) {
      if (event.getID() == InputMethodEvent.INPUT_METHOD_TEXT_CHANGED) {
        int length =
            event.getText() == null
                ? 0
                : event.getText().getEndIndex() - event.getText().getBeginIndex();
        boolean was = composing;
        composing = length > event.getCommittedCharacterCount();
        if (was && !composing) {
          composedAt = event.getWhen();
        }
      }
      super.processInputMethodEvent(event);
    }

    @Override
    protected void processKeyEvent(KeyEvent event) {
      boolean enter =
          event.getKeyCode() == KeyEvent.VK_ENTER && event.getID() == KeyEvent.KEY_PRESSED;
      boolean shifted = event.getModifiersEx() == InputEvent.SHIFT_DOWN_MASK;
      if (!enter || !(shifted || event.getModifiersEx() == 0)) {
        super.processKeyEvent(event);
        return;
      }
      event.consume();
      if (shifted == enterSends) {
        replaceSelection("\n");
        return;
      }
      // The Enter that ends a composition may arrive as a key, too: it belongs to the composition.
      if (!composing && event.getWhen() != composedAt) {
        send();
      }
    }

    @Override
    protected void paintComponent(Graphics g) {
      super.paintComponent(g);
      if (getDocument().getLength() == 0) {
        Graphics2D to = (Graphics2D) g.create();
        to.setRenderingHint(
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        to.setColor(UIManager.getColor("TextField.placeholderForeground"));
        to.setFont(getFont());
        java.awt.Insets insets = getInsets();
        to.drawString(
            context.word("ui.composer.placeholder"),
            insets.left,
            insets.top + to.getFontMetrics().getAscent());
        to.dispose();
      }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
      Dimension wanted = getPreferredSize();
      int most = getFontMetrics(getFont()).getHeight() * 8 + UIScale.scale(16);
      return new Dimension(UIScale.scale(200), Math.min(wanted.height, most));
    }
  }
}
