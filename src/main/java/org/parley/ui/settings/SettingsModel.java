package org.parley.ui.settings;

import java.util.EnumMap;
import java.util.Map;
import org.parley.ui.common.Property;

/** What the settings show beside what is chosen: what became of the last change of each input. */
final class SettingsModel {
  /** The inputs that something can be said at. */
  enum Input {
    NAME,
    PORT,
    OLD_PASSWORD,
    NEW_PASSWORD,
    REPEAT
  }

  /** A sentence at an input. */
  record Told(String sentence, boolean isFault) {}

  final Property<Map<Input, Told>> told = new Property<>(Map.of());
  final Property<Boolean> busy = new Property<>(false);

  void fault(Input input, String sentence) {
    say(input, new Told(sentence, true));
  }

  void done(Input input, String sentence) {
    say(input, new Told(sentence, false));
  }

  private void say(Input input, Told what) {
    Map<Input, Told> next = new EnumMap<>(Input.class);
    next.putAll(told.get());
    next.put(input, what);
    told.set(Map.copyOf(next));
  }

  void clear() {
    told.set(Map.of());
  }
}
