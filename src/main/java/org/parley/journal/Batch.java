package org.parley.journal;

import java.util.List;

/**
 * What is committed whole or not at all: entries, which get consecutive seqs in their order, and
 * state rows.
 */
public record Batch(List<Entry> entries, List<StateChange> states, Durability durability) {
  /** Copies the lists. */
  public Batch {
    entries = List.copyOf(entries);
    states = List.copyOf(states);
  }

  /** Entries alone. */
  public static Batch of(Durability durability, List<Entry> entries) {
    return new Batch(entries, List.of(), durability);
  }
}
