package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.directory.DirectoryTest.BOB;
import static org.parley.directory.DirectoryTest.directory;
import static org.parley.directory.DirectoryTest.written;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.parley.name.PeerName;

class ImportPlanTest {
  private static ImportItem only(ImportPlan plan) {
    assertThat(plan.items()).hasSize(1);
    return plan.items().get(0);
  }

  @Test
  void a_new_name_is_added_with_all_its_members() throws Exception {
    Directory source = directory("[" + BOB.replace("}", ", \"note\": \"x\"}") + "]");
    ImportPlan plan = ImportPlan.of(Directory.empty(PeerName.of("alice")), source);
    assertThat(only(plan).kind()).isEqualTo(ImportItem.Kind.NEW);
    Directory result = plan.apply(item -> true);
    String expected = written(source);
    source.close();
    assertThat(written(result)).isEqualTo(expected); // its passwords are its own
  }

  @Test
  void what_is_here_already_is_the_same_also_when_imported_twice() throws Exception {
    Directory here = directory("[" + BOB + ", {\"username\": \"x\"}, 7]");
    Directory source = directory("[" + BOB + ", {\"username\": \"x\"}, 7]");
    ImportPlan plan = ImportPlan.of(here, source);
    assertThat(plan.items()).extracting(ImportItem::kind).containsOnly(ImportItem.Kind.SAME);
    assertThat(written(plan.apply(item -> true))).isEqualTo(written(here));
  }

  @Test
  void other_details_are_named_field_by_field_and_keep_what_only_we_know() throws Exception {
    Directory here = directory("[" + BOB.replace("}", ", \"note\": \"x\"}") + "]");
    Directory source =
        directory("[" + BOB.replace("5001", "\"6001\"").replace("192.0.2.7", "h") + "]");
    ImportPlan plan = ImportPlan.of(here, source);
    assertThat(only(plan).kind()).isEqualTo(ImportItem.Kind.CHANGED);
    assertThat(only(plan).changes()).containsExactlyInAnyOrder(Field.HOST, Field.PORT);
    Directory result = plan.apply(item -> true);
    Contact bob = result.find(PeerName.of("bob"));
    assertThat(bob.endpoint()).hasToString("h:6001");
    assertThat(written(result)).contains("\"note\": \"x\"", "geheim");
    assertThat(plan.apply(item -> false)).isSameAs(here);
  }

  @Test
  void another_password_is_a_change() throws Exception {
    Directory source = directory("[" + BOB.replace("geheim", "neu") + "]");
    ImportPlan plan = ImportPlan.of(directory("[" + BOB + "]"), source);
    assertThat(only(plan).changes()).containsExactly(Field.PASSWORD);
    Directory result = plan.apply(item -> true);
    source.close();
    assertThat(result.find(PeerName.of("bob")).password()).containsExactly('n', 'e', 'u');
  }

  @Test
  void a_file_without_passwords_leaves_those_that_are_here() throws Exception {
    Directory here = directory("[" + BOB + "]");
    byte[] bytes = DirectoryExport.bytes(directory("[" + BOB.replace("5001", "6") + "]"), false);
    Directory source = directory(new String(bytes, StandardCharsets.UTF_8));
    ImportPlan plan = ImportPlan.of(here, source);
    assertThat(only(plan).changes()).containsExactly(Field.PORT);
    Contact bob = plan.apply(item -> true).find(PeerName.of("bob"));
    assertThat(bob.port()).isEqualTo(6);
    assertThat(bob.password()).hasSize(6);
  }

  @Test
  void an_unusable_entry_is_added_as_it_is_and_completed_by_a_later_import() throws Exception {
    Directory sample = directory("[" + BOB.replace("geheim", "") + "]");
    ImportPlan first = ImportPlan.of(Directory.empty(PeerName.of("alice")), sample);
    assertThat(only(first).kind()).isEqualTo(ImportItem.Kind.UNUSABLE);
    Directory here = first.apply(item -> true);
    assertThat(here.entries().get(0).problems().of(Field.PASSWORD))
        .isEqualTo(Problem.EMPTY_PASSWORD);
    ImportPlan second = ImportPlan.of(here, directory("[" + BOB + "]"));
    assertThat(only(second).kind()).isEqualTo(ImportItem.Kind.CHANGED);
    assertThat(only(second).changes()).containsExactly(Field.ENTRY);
    Directory complete = second.apply(item -> true);
    assertThat(complete.entries()).hasSize(1);
    assertThat(complete.contacts()).hasSize(1);
  }

  @Test
  void ones_own_entry_and_a_second_of_a_name_do_no_harm() throws Exception {
    Directory source =
        directory(
            "[" + BOB.replace("bob", "alice") + "," + BOB + "," + BOB.replace("5001", "7") + "]");
    ImportPlan plan = ImportPlan.of(Directory.empty(PeerName.of("alice")), source);
    assertThat(plan.items())
        .extracting(ImportItem::kind)
        .containsExactly(ImportItem.Kind.UNUSABLE, ImportItem.Kind.NEW, ImportItem.Kind.UNUSABLE);
    Directory result = plan.apply(item -> true);
    assertThat(result.entries()).hasSize(3);
    assertThat(result.contacts()).hasSize(1);
  }

  @Test
  void a_second_of_a_name_that_is_here_does_not_win_over_the_first() throws Exception {
    Directory source =
        directory("[" + BOB.replace("5001", "6") + "," + BOB.replace("5001", "7") + "]");
    Directory result = ImportPlan.of(directory("[" + BOB + "]"), source).apply(item -> true);
    assertThat(result.find(PeerName.of("bob")).port()).isEqualTo(6);
  }
}
