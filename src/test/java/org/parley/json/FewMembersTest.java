package org.parley.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FewMembersTest {
  private final FewMembers members = new FewMembers();

  @Test
  void is_the_map_that_was_put_together() {
    Map<String, Object> same = new LinkedHashMap<>();
    for (String name : new String[] {"b", "a", "d", "c"}) {
      Object value = name.equals("d") ? null : name + "!";
      same.put(name, value);
      assertThat(members.add(name, value)).isTrue();
    }
    assertThat(members).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(members.keySet()).containsExactly("b", "a", "d", "c");
    assertThat(members.get(new StringBuilder("a").toString())).isEqualTo("a!");
    assertThat(members.get("d")).isNull();
    assertThat(members.containsKey("d")).isTrue();
    assertThat(members.get("e")).isNull();
    assertThat(members.containsKey("e")).isFalse();
    assertThat(members.ascending()).isFalse();
  }

  @Test
  void refuses_a_name_that_is_there_wherever_it_is() {
    assertThat(members.add("a", 1L)).isTrue();
    assertThat(members.add("a", 2L)).isFalse();
    assertThat(members.add("c", 1L)).isTrue();
    assertThat(members.add("b", 1L)).isTrue();
    assertThat(members.add("c", 2L)).as("above the last, but not above all").isFalse();
    assertThat(members.get("c")).isEqualTo(1L);
    assertThat(members).hasSize(3);
  }

  @Test
  void takes_as_many_as_it_says() {
    for (int i = 0; i < FewMembers.MOST; i++) {
      assertThat(members.add("m" + (100 + i), (long) i)).isTrue();
    }
    assertThat(members.add("z", 1L)).isFalse();
    assertThat(members.ascending()).isTrue();
    assertThat(members.get("m131")).isEqualTo(31L);
  }
}
