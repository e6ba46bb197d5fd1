package org.parley.ui.unlock;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ui.common.Property;

/** What the unlock window shows. */
final class UnlockModel {
  /** The two faces of the window. */
  enum Page {
    LOADING,
    UNLOCK,
    FIRST_START
  }

  /** The inputs that something can be wrong with. */
  enum Input {
    PROFILE,
    NAME,
    PORT,
    FOLDER,
    DIRECTORY,
    PASSWORD,
    REPEAT
  }

  final Property<Page> page = new Property<>(Page.LOADING);
  final Property<List<Profile>> profiles = new Property<>(List.of());
  final Property<Optional<Profile>> chosen = new Property<>(Optional.empty());
  final Property<Map<Input, String>> faults = new Property<>(Map.of());
  final Property<Optional<OpeningStep>> busy = new Property<>(Optional.empty());

  /** Seconds until the next try is allowed; 0 if it is. */
  final Property<Integer> waiting = new Property<>(0);

  /** Whether the window stands for one that was locked. */
  final Property<Boolean> locked = new Property<>(false);

  final Property<Boolean> more = new Property<>(false);

  /** Profiles that have a vault. */
  List<Profile> existing() {
    return profiles.get().stream().filter(Profile::exists).toList();
  }

  void fault(Input input, String sentence) {
    Map<Input, String> now = new EnumMap<>(Input.class);
    now.put(input, sentence);
    faults.set(now);
  }
}
