package org.parley.journal;

import java.util.List;

/**
 * What is committed whole or not at all: entries, which get consecutive seqs in their order, state
 * rows, and rows whose content goes.
 *
 * @param removals seqs of messages to empty; a local row for each follows the entries, in this
 *     order
 */
public record Batch(
    List<Entry> entries, List<StateChange> states, List<Long> removals, Durability durability) {
  /** Copies the lists. */
  public Batch {
    entries = List.copyOf(entries);
    states = List.copyOf(states);
    removals = List.copyOf(removals);
  }

  /** Entries and state rows. */
  public Batch(List<Entry> entries, List<StateChange> states, Durability durability) {
    this(entries, states, List.of(), durability);
  }

  /** Whether it says nothing. */
  boolean isEmpty() {
    return entries.isEmpty() && states.isEmpty() && removals.isEmpty();
  }

  /** Entries alone. */
  public static Batch of(Durability durability, List<Entry> entries) {
    return new Batch(entries, List.of(), durability);
  }
}
