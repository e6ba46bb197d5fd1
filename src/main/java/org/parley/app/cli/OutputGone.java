package org.parley.app.cli;

/** Whoever read standard output has gone, as {@code head} does: there is nothing left to do. */
final class OutputGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputGone() {
    super("standard output is closed");
  }
}
