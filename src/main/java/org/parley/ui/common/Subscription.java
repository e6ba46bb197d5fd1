package org.parley.ui.common;

/** Ends a listener's calls. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  /** No call begins after this has returned. */
  @Override
  void close();
}
