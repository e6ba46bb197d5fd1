package org.parley.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An immutable JSON array. */
public final class JsonArray implements Iterable<@Nullable Object> {
  private final List<@Nullable Object> values;

  /** Copies the list; each value is one that JSON has (see the package). */
  public JsonArray(List<? extends @Nullable Object> values) {
    List<@Nullable Object> copy = new ArrayList<>(values.size());
    for (Object value : values) {
      copy.add(JsonObject.checked(value));
    }
    this.values = Collections.unmodifiableList(copy);
  }

  /** The values in order. */
  public List<@Nullable Object> values() {
    return values;
  }

  /** How many values. */
  public int size() {
    return values.size();
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return values.iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonArray array && array.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
