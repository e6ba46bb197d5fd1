package org.parley.store;

import java.util.List;

/** Version 2: the blocks of the search index. */
final class SecondSchema implements SchemaStep {
  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        CREATE TABLE SEARCH(
          id BIGINT NOT NULL, sealed VARBINARY NOT NULL,
          CONSTRAINT SEARCH_KEY PRIMARY KEY (id))""");
  }
}
