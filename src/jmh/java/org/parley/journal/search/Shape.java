package org.parley.journal.search;

import java.util.List;

/** A way to say which texts may contain a part; compared by {@link ShapesBench}. */
interface Shape {
  /** What it is, with its parameters. */
  String name();

  /** Takes the folded texts, in order. */
  void build(List<String> folded);

  /** Bytes of heap, nearly. */
  long heap();

  /**
   * Shows the numbers of texts that may contain the part, which has three units or more, last to
   * first, until the visitor has enough.
   */
  void find(String part, Visitor visitor);

  /** Is shown candidates. */
  interface Visitor {
    /** False where no more are wanted. */
    boolean candidate(int text);
  }
}
