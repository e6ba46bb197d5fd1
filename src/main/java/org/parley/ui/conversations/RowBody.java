package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import org.parley.journal.search.Folding;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.UiContext;

/**
 * The text of a bubble: the first piece of it, and the others, one event each, once somebody asks
 * for all. Pieces stand below one another without a gap.
 */
final class RowBody {
  private static final int GAP = 4;

  private final UiContext context;
  private final JPanel bubble;
  private final Consumer<MessageText> made;
  private final Runnable changed;
  private final String text;
  private final List<String> parts;
  private final List<MessageText> shown = new ArrayList<>();
  private final JButton unfold;
  private boolean folded;
  private String marked = "";

  /**
   * The pieces of a text in a bubble.
   *
   * @param made called with each component of text
   * @param changed called when the height is another
   */
  RowBody(
      UiContext context, JPanel bubble, String text, Consumer<MessageText> made, Runnable changed) {
    this.context = context;
    this.bubble = bubble;
    this.made = made;
    this.changed = changed;
    this.text = text;
    parts = TextParts.of(text);
    folded = parts.size() > 1;
    unfold =
        Buttons.quiet(
            "message.unfold", context.word("ui.message.unfold", text.length()), this::unfold);
    show(parts.get(0) + (folded ? "…" : ""));
    if (folded) {
      bubble.add(unfold);
    }
  }

  private void show(String part) {
    MessageText text = new MessageText(part);
    text.setName("message.text");
    text.getAccessibleContext().setAccessibleName(context.word("ui.message.text"));
    text.mark(marked);
    shown.add(text);
    bubble.add(text);
    made.accept(text);
  }

  /** Shows the rest, piece by piece, so that no event takes long. */
  void unfold() {
    if (!folded) {
      return;
    }
    folded = false;
    bubble.remove(unfold);
    bubble.remove(shown.remove(0));
    next();
  }

  private void next() {
    show(parts.get(shown.size()));
    changed.run();
    if (shown.size() < parts.size()) {
      context.edt().run(this::next);
    }
  }

  /** Takes all of it out of the bubble. */
  void remove() {
    shown.forEach(bubble::remove);
    bubble.remove(unfold);
  }

  /** Marks where a part is, and shows all where it is only in what is not shown. */
  void mark(String part) {
    marked = part;
    boolean found = false;
    for (MessageText text : shown) {
      found |= text.mark(part);
    }
    if (folded && !found && !part.isBlank() && Folding.contains(text, part)) {
      unfold();
    }
  }

  List<MessageText> texts() {
    return shown;
  }

  List<String> links() {
    return shown.stream().flatMap(t -> t.links().stream()).distinct().toList();
  }

  /** The width that it would like, in px. */
  int widest() {
    int widest = folded ? unfold.getPreferredSize().width : 0;
    for (MessageText text : shown) {
      widest = Math.max(widest, text.widestLine() + 1);
    }
    return widest;
  }

  /** Height at a width in px, and, if wanted, places everything from {@code x, y} on. */
  int arrange(int x, int y, int width, boolean place) {
    int at = y;
    for (MessageText text : shown) {
      int height = text.heightAt(width);
      if (place) {
        text.setBounds(x, at, width, height);
      }
      at += height;
    }
    if (folded) {
      Dimension wanted = unfold.getPreferredSize();
      at += UIScale.scale(GAP);
      if (place) {
        unfold.setBounds(x, at, wanted.width, wanted.height);
      }
      at += wanted.height;
    }
    return at - y;
  }
}
