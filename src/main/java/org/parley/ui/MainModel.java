package org.parley.ui;

import java.util.Optional;
import org.parley.ui.common.Property;
import org.parley.ui.workplace.Status;

/** What the frame around the tabs shows. */
final class MainModel {
  /** A name that the directory does not have and that tried to reach us. */
  record Stranger(String name, String address) {}

  /** How many contacts' secrets are derived. */
  record Secrets(int ready, int total) {}

  final Property<Optional<Status>> status = new Property<>(Optional.empty());
  final Property<Optional<Stranger>> stranger = new Property<>(Optional.empty());
  final Property<Secrets> secrets = new Property<>(new Secrets(0, 0));
  final Property<Integer> unread = new Property<>(0);

  /** What keeps the program from working; empty if nothing does. */
  final Property<String> trouble = new Property<>("");

  /** What the window is busy with while it goes; empty if it does not go. */
  final Property<String> leaving = new Property<>("");
}
