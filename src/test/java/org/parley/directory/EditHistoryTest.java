package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.directory.DirectoryTest.BOB;
import static org.parley.directory.DirectoryTest.directory;
import static org.parley.directory.DirectoryTest.form;
import static org.parley.directory.DirectoryTest.good;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.directory.DirectoryChange.Kind;
import org.parley.name.PeerName;

class EditHistoryTest {
  private static DirectoryChange between(Directory before, Directory after) {
    return DirectoryChange.between(before, after);
  }

  @Test
  void each_change_is_named_by_what_it_did() throws Exception {
    Directory bob = directory("[" + BOB + "]");
    DirectoryEntry entry = bob.entries().get(0);
    Directory two = bob.add(good());
    assertThat(between(bob, two)).isEqualTo(new DirectoryChange(Kind.ADD, List.of("carol")));
    assertThat(between(two, bob)).isEqualTo(new DirectoryChange(Kind.REMOVE, List.of("carol")));
    assertThat(between(bob, bob.rename(entry, "rob")))
        .isEqualTo(new DirectoryChange(Kind.RENAME, List.of("bob", "rob")));
    assertThat(between(bob, bob.edit(entry, entry.form().withPort("6001"))))
        .isEqualTo(new DirectoryChange(Kind.EDIT, List.of("bob")));
    Password fresh = Password.of("another".toCharArray());
    assertThat(between(bob, bob.edit(entry, entry.form().withPassword(fresh))))
        .isEqualTo(new DirectoryChange(Kind.PASSWORD, List.of("bob")));
    assertThat(between(two, Directory.empty(PeerName.of("alice"))).names()).hasSize(2);
    assertThat(between(bob, two.edit(two.entries().get(0), form("bob", "h", "1", "pw"))).kind())
        .isEqualTo(Kind.SEVERAL);
    assertThat(between(bob, bob).kind()).isEqualTo(Kind.NOTHING);
  }

  @Test
  void removing_the_first_of_a_name_is_only_that_though_the_second_becomes_usable()
      throws Exception {
    Directory twice = directory("[" + BOB + "," + BOB.replace("5001", "5002") + "]");
    assertThat(twice.entries().get(1).contact()).isNull();
    Directory once = twice.remove(twice.entries().get(0));
    assertThat(once.entries().get(0).contact()).isNotNull();
    assertThat(between(twice, once).kind()).isEqualTo(Kind.REMOVE);
  }

  @Test
  void many_steps_are_undone_and_done_again_in_order() throws Exception {
    Directory zero = directory("[]");
    Directory one = zero.add(form("a", "h", "1", "pw"));
    Directory two = one.add(form("b", "h", "1", "pw"));
    try (EditHistory history = new EditHistory(zero)) {
      history.did(zero, one);
      history.did(one, two);
      assertThat(history.undo(two)).isSameAs(one);
      history.didUndo();
      assertThat(history.undo(one)).isSameAs(zero);
      history.didUndo();
      assertThat(history.steps().undo()).isEmpty();
      assertThat(history.redo(zero)).isSameAs(one);
      history.didRedo();
      assertThat(history.steps().redo().orElseThrow().names()).containsExactly("b");
      Directory other = one.add(form("c", "h", "1", "pw"));
      history.did(one, other); // what was undone is gone for good
      assertThat(history.steps().redo()).isEmpty();
    }
  }

  @Test
  void a_step_is_refused_where_the_directory_is_another_and_nothing_is_offered_then()
      throws Exception {
    Directory zero = directory("[]");
    Directory one = zero.add(good());
    EditHistory history = new EditHistory(zero);
    history.did(zero, one);
    Directory elsewhere = directory("[" + BOB + "]");
    history.saw(elsewhere);
    assertThatThrownBy(() -> history.undo(elsewhere)).isInstanceOf(OutdatedStepException.class);
    assertThat(history.steps()).isEqualTo(EditHistory.Steps.NONE);
    assertThatThrownBy(() -> history.redo(elsewhere)).isInstanceOf(OutdatedStepException.class);
  }

  @Test
  void only_so_many_steps_are_kept_and_closing_wipes_what_any_of_them_knew() throws Exception {
    Directory now = directory("[]");
    EditHistory history = new EditHistory(now);
    Directory first = now.add(good());
    history.did(now, first);
    Password known = first.entries().get(0).form().password();
    now = first;
    for (int i = 0; i < EditHistory.MOST; i++) {
      DirectoryEntry entry = now.entries().get(0);
      Directory next = now.edit(entry, form("carol", "h", "" + (i + 1), "pw" + i));
      history.did(now, next);
      now = next;
    }
    int steps = 0;
    while (history.steps().undo().isPresent()) {
      now = history.undo(now);
      history.didUndo();
      steps++;
    }
    assertThat(steps).isEqualTo(EditHistory.MOST);
    assertThat(now).isSameAs(first);
    assertThat(known.chars()).isEqualTo("pw".toCharArray());
    history.close();
    assertThatThrownBy(known::chars).isInstanceOf(IllegalStateException.class);
  }
}
