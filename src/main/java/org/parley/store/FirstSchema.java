package org.parley.store;

import java.util.List;

/**
 * Version 1: rows, head, seen ids, state. Constraints have names, so that two databases of one
 * version have the same script.
 */
final class FirstSchema implements SchemaStep {
  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        CREATE TABLE ENTRY(
          seq BIGINT NOT NULL, sealed VARBINARY NOT NULL,
          tag BINARY(32) NOT NULL, leaf BINARY(32) NOT NULL,
          CONSTRAINT ENTRY_KEY PRIMARY KEY (seq))""",
        """
        CREATE TABLE HEAD(
          id INT NOT NULL, size BIGINT, root BINARY(32), frontier VARBINARY,
          state BINARY(32), tag BINARY(32),
          CONSTRAINT HEAD_KEY PRIMARY KEY (id), CONSTRAINT HEAD_ONE CHECK (id = 0))""",
        """
        CREATE TABLE SEEN(
          idtag BINARY(32) NOT NULL, seq BIGINT NOT NULL, texttag BINARY(32) NOT NULL,
          CONSTRAINT SEEN_KEY PRIMARY KEY (idtag))""",
        """
        CREATE TABLE STATE(
          kind INT NOT NULL, id BINARY(16) NOT NULL, sealed VARBINARY,
          CONSTRAINT STATE_KEY PRIMARY KEY (kind, id))""",
        "CREATE TABLE VERSION(version INT NOT NULL)");
  }
}
