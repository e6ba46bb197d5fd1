package org.parley.store;

import java.util.List;

/** One step of the schema's history: what turns version - 1 into version. */
interface SchemaStep {
  /** The version that the step leads to; 1 for the first. */
  int version();

  /** The statements, in order; without the one that sets the version. */
  List<String> statements();
}
