package org.parley.ui.conversations;

import java.util.Map;
import org.parley.ui.common.Property;

/** What the form for a message to an address shows. */
final class AddressModel {
  enum Input {
    HOST,
    PORT,
    PASSWORD,
    TEXT
  }

  enum State {
    EDITING,
    RUNNING,
    FAILED,
    DELIVERED
  }

  final Property<Map<Input, String>> faults = new Property<>(Map.of());
  final Property<State> state = new Property<>(State.EDITING);

  /** What happens or happened, as a sentence. */
  final Property<String> result = new Property<>("");

  /** Whether the peer that was reached can be kept as a contact. */
  final Property<Boolean> canKeep = new Property<>(false);
}
