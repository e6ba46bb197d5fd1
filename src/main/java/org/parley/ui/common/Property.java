package org.parley.ui.common;

import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A value of a model that a view follows. Used on the event thread only.
 *
 * @param <T> the value's type; immutable
 */
public final class Property<T> {
  private final CopyOnWriteArrayList<Consumer<T>> followers = new CopyOnWriteArrayList<>();
  private T value;

  /** A property that begins with that value. */
  public Property(T value) {
    this.value = value;
  }

  /** The value now. */
  public T get() {
    return value;
  }

  /** Changes the value and tells those who follow, where it is another one. */
  public void set(T next) {
    if (Objects.equals(value, next)) {
      return;
    }
    value = next;
    followers.forEach(f -> f.accept(next));
  }

  /** Calls the follower with the value now, and with each one that follows. */
  public Subscription follow(Consumer<T> follower) {
    followers.add(follower);
    follower.accept(value);
    return () -> followers.remove(follower);
  }
}
