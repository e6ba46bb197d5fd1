package org.parley.ui.settings;

import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import org.parley.ui.common.Field;
import org.parley.ui.common.Plain;

/** One number of a few, or none, to choose from a list. */
final class Spans {
  private Spans() {}

  /**
   * The list in a field.
   *
   * @param usual what is offered, in order; one that holds now and is not among them is offered too
   * @param words the text of each
   * @param none the text of none; empty where there must be one
   */
  static Field field(
      String name,
      String title,
      int[] usual,
      IntFunction<String> words,
      String none,
      OptionalInt now,
      Consumer<OptionalInt> chosen) {
    int[] offered =
        IntStream.concat(IntStream.of(usual), now.stream()).distinct().sorted().toArray();
    JComboBox<String> list = new JComboBox<>();
    list.setName(name);
    list.setRenderer(Plain.withoutHtml(new javax.swing.DefaultListCellRenderer()));
    int first = none.isEmpty() ? 0 : 1;
    if (first == 1) {
      list.addItem(none);
    }
    for (int value : offered) {
      list.addItem(words.apply(value));
    }
    list.setSelectedIndex(
        now.isEmpty() ? 0 : first + IntStream.of(offered).boxed().toList().indexOf(now.getAsInt()));
    list.addActionListener(
        event -> {
          int index = list.getSelectedIndex() - first;
          chosen.accept(index < 0 ? OptionalInt.empty() : OptionalInt.of(offered[index]));
        });
    return new Field(title, list, Section.WIDTH);
  }
}
