package org.parley.ui.workplace;

import org.parley.ui.common.Subscription;

/** Tells the status and when it changed. */
public interface StatusSource {

  /** The status now; returns at once; any thread. */
  Status status();

  /** Calls {@code changed} after each change, on any thread, until the subscription is closed. */
  Subscription onChange(Runnable changed);
}
