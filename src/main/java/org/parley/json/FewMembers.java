package org.parley.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a small object, in the order in which they were added. Two short arrays are made
 * and searched faster than a hash table. One thread adds; once it is handed on nobody does.
 */
final class FewMembers extends AbstractMap<String, @Nullable Object> {
  /** How many there may be: what searching takes is in proportion to it. */
  static final int MOST = 32;

  private String[] names = new String[MOST / 2]; // a row of the journal has 14
  private @Nullable Object[] values = new Object[MOST / 2];
  private int size;
  private boolean ascending = true;

  /** Adds one; false where there is one of that name, or there would be too many. */
  boolean add(String name, @Nullable Object value) {
    ascending &= size == 0 || names[size - 1].compareTo(name) < 0;
    // Above all that went before, where each was above the one before it.
    if (size == MOST || (!ascending && place(name) >= 0)) {
      return false;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, MOST);
      values = Arrays.copyOf(values, MOST);
    }
    names[size] = name;
    values[size++] = value;
    return true;
  }

  /** Whether each name is above the one before it. */
  boolean ascending() {
    return ascending;
  }

  // Nearly always the very string: a literal, and what the reader interned.
  @SuppressWarnings("ReferenceEquality")
  private int place(@Nullable Object name) {
    for (int i = 0; i < size; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return place(name) >= 0;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int place = place(name);
    return place < 0 ? null : values[place];
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
        return new Each();
      }
    };
  }

  private final class Each implements Iterator<Map.Entry<String, @Nullable Object>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<String, @Nullable Object> next() {
      if (next == size) {
        throw new NoSuchElementException();
      }
      return new SimpleImmutableEntry<>(names[next], values[next++]);
    }
  }
}
