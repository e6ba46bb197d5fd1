package org.parley.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.vault.Seal;
import org.parley.vault.SealException;
import org.parley.vault.SealPurpose;
import org.parley.vault.Vault;

/**
 * The sealed state, opened: bytes in clear on this side, rows and changes on the other. A row's
 * seal has the name {@code kind/id}, number and hex, so that no row can stand in another's place.
 *
 * <p>Reads what is committed; a change that was made here is not seen before its batch is. Any
 * thread may call it. {@link #close} wipes the keys.
 */
public final class SealedState implements AutoCloseable {
  private final StateStore store;
  private final Map<SealPurpose, Seal> seals = new EnumMap<>(SealPurpose.class);

  /** The vault may be closed before this is. */
  public SealedState(StateStore store, Vault vault) {
    this.store = store;
    for (StateKind kind : StateKind.values()) {
      seals.computeIfAbsent(kind.purpose(), vault::seal);
    }
  }

  /**
   * What {@link #list} found.
   *
   * @param plain the rows that opened, in the order of their ids
   * @param damaged the ids of those that did not; they stay where they are
   */
  public record Listing(Map<StateId, byte[]> plain, List<StateId> damaged) {}

  /** The change that makes or replaces the row. */
  public StateChange put(StateKind kind, StateId id, byte[] plain) {
    byte[] sealed = seal(kind).seal(name(kind, id), plain);
    return StateChange.put(new StateRow(kind, id, sealed));
  }

  /** The change that takes the row away. */
  public StateChange delete(StateKind kind, StateId id) {
    return StateChange.delete(kind, id);
  }

  /**
   * The row's bytes, a fresh array; null where there is no such row.
   *
   * @throws SealException where the row was changed outside of Parley
   */
  public byte @Nullable [] get(StateKind kind, StateId id) throws IOException, SealException {
    StateRow row = store.get(kind, id);
    return row == null ? null : open(row);
  }

  /** All rows of a kind; a damaged one does not hide the others. */
  public Listing list(StateKind kind) throws IOException {
    Map<StateId, byte[]> plain = new LinkedHashMap<>();
    List<StateId> damaged = new ArrayList<>();
    for (StateRow row : store.list(kind)) {
      try {
        plain.put(row.id(), open(row));
      } catch (SealException e) {
        damaged.add(row.id());
      }
    }
    return new Listing(plain, damaged);
  }

  /** The plain bytes of a row that somebody else read. */
  public byte[] open(StateRow row) throws SealException {
    return seal(row.kind()).open(name(row.kind(), row.id()), row.sealed());
  }

  private Seal seal(StateKind kind) {
    Seal seal = seals.get(kind.purpose());
    if (seal == null) {
      throw new IllegalStateException("every kind has a seal");
    }
    return seal;
  }

  private static String name(StateKind kind, StateId id) {
    return kind.number() + "/" + id;
  }

  @Override
  public void close() {
    seals.values().forEach(Seal::close);
  }

  @Override
  public String toString() {
    return "SealedState[redacted]";
  }
}
