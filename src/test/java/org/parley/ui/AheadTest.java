package org.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is loaded ahead is there; a name that is there no more would only slow the start down. */
class AheadTest {
  @Test
  void each_class_but_those_of_java_is_there_once() {
    assertThat(Ahead.names()).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    assertThat(Ahead.names()).filteredOn(name -> !name.startsWith("javax.")).allMatch(Ahead::link);
    assertThat(Ahead.link("org.parley.ui.NoSuchClass")).isFalse();
  }
}
