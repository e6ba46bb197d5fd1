package org.parley.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.vault.SealException;

/**
 * State that is found by a name: one JSON object a name and kind. The row is {@code {"name": name,
 * "value": object}}, so that a list of a kind tells whose each is.
 *
 * <p>A value has integers only, and member names {@code [a-z0-9_]{1,32}}, at most 7 levels deep.
 */
public final class Documents {
  private final SealedState state;
  private final StateKind kind;

  private Documents(SealedState state, StateKind kind) {
    this.state = state;
    this.kind = kind;
  }

  /** Drafts: by the conversation's name; a value as the user of this class likes. */
  public static Documents drafts(SealedState state) {
    return new Documents(state, StateKind.DRAFT);
  }

  /** Read marks, by the conversation's name. */
  public static Documents readMarks(SealedState state) {
    return new Documents(state, StateKind.READ_MARK);
  }

  /** All else, by names like {@code preferences} or {@code contact/NAME}. */
  public static Documents others(SealedState state) {
    return new Documents(state, StateKind.OTHER);
  }

  /**
   * What {@link #all} found.
   *
   * @param values by name, in no order that means anything
   * @param damaged ids of rows that are not as this class wrote them
   */
  public record All(Map<String, JsonObject> values, List<StateId> damaged) {}

  /** The change that remembers the value. */
  public StateChange put(String name, JsonObject value) {
    JsonObject row = JsonObject.empty().with("name", name).with("value", value);
    return state.put(kind, StateId.named(name), JsonWriter.canonicalBytes(row));
  }

  /** The change that forgets it. */
  public StateChange delete(String name) {
    return state.delete(kind, StateId.named(name));
  }

  /**
   * The value; null where there is none.
   *
   * @throws SealException where the row was changed outside of Parley
   */
  public @Nullable JsonObject get(String name) throws IOException, SealException {
    byte[] plain = state.get(kind, StateId.named(name));
    if (plain == null) {
      return null;
    }
    try {
      return JsonReader.object(plain, JsonProfile.STRICT).object("value");
    } catch (JsonException e) {
      throw new IllegalStateException("sealed, and not as this class writes it", e);
    }
  }

  /** Every value of the kind. */
  public All all() throws IOException {
    SealedState.Listing listing = state.list(kind);
    Map<String, JsonObject> values = new LinkedHashMap<>();
    List<StateId> damaged = new ArrayList<>(listing.damaged());
    listing
        .plain()
        .forEach(
            (id, plain) -> {
              try {
                JsonObject row = JsonReader.object(plain, JsonProfile.STRICT);
                values.put(row.string("name"), row.object("value"));
              } catch (JsonException e) {
                damaged.add(id);
              }
            });
    return new All(values, damaged);
  }

  @Override
  public String toString() {
    return "Documents[" + kind + "]";
  }
}
