package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.json.JsonArray;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.name.PeerName;

class DirectoryTest {
  static final String BOB =
      "{\"username\": \"bob\", \"password\": \"geheim\", \"port\": 5001, \"ip\": \"192.0.2.7\"}";

  static Directory directory(String json) throws Exception {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    return Directory.of(
        (JsonArray) JsonReader.document(utf8, JsonProfile.FILE), PeerName.of("alice"));
  }

  static String written(Directory directory) {
    return new String(JsonWriter.indented(directory.json()), StandardCharsets.UTF_8);
  }

  static ContactForm form(String name, String host, String port, String password) {
    return new ContactForm(
        name, host, port, password == null ? null : Password.of(password.toCharArray()));
  }

  static ContactForm good() {
    return form("carol", "host.example", "5002", "pw");
  }

  private static PeerName name(String text) throws Exception {
    return PeerName.of(text);
  }

  @Test
  void an_entry_is_a_contact() throws Exception {
    Contact bob = directory("[" + BOB + "]").find(name("bob"));
    assertThat(bob.name()).hasToString("bob");
    assertThat(bob.endpoint()).hasToString("192.0.2.7:5001");
    assertThat(bob.password()).containsExactly('g', 'e', 'h', 'e', 'i', 'm');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1                                                                   | ENTRY    | NOT_AN_OBJECT",
        "null                                                                | ENTRY    | NOT_AN_OBJECT",
        "[]                                                                  | ENTRY    | NOT_AN_OBJECT",
        "'{\"password\":\"p\",\"port\":1,\"ip\":\"h\"}'                      | NAME     | MISSING",
        "'{\"username\":null,\"password\":\"p\",\"port\":1,\"ip\":\"h\"}'    | NAME     | MISSING",
        "'{\"username\":\"\",\"password\":\"p\",\"port\":1,\"ip\":\"h\"}'    | NAME     | MISSING",
        "'{\"username\":7,\"password\":\"p\",\"port\":1,\"ip\":\"h\"}'       | NAME     | NOT_TEXT",
        "'{\"username\":\" b\",\"password\":\"p\",\"port\":1,\"ip\":\"h\"}'  | NAME     | NAME_SPACE_AT_END",
        "'{\"username\":\"b\\u202e\",\"password\":\"p\",\"port\":1,\"ip\":\"h\"}' | NAME | NAME_CHARACTER",
        "'{\"username\":\"alice\",\"password\":\"p\",\"port\":1,\"ip\":\"h\"}' | NAME   | OWN_NAME",
        "'{\"username\":\"bob (1.2.3.4:5)\",\"password\":\"p\",\"port\":1,\"ip\":\"h\"}' | NAME | NAME_LIKE_ADDRESS",
        "'{\"username\":\"b\",\"port\":1,\"ip\":\"h\"}'                      | PASSWORD | MISSING",
        "'{\"username\":\"b\",\"password\":\"\",\"port\":1,\"ip\":\"h\"}'    | PASSWORD | EMPTY_PASSWORD",
        "'{\"username\":\"b\",\"password\":12,\"port\":1,\"ip\":\"h\"}'      | PASSWORD | NOT_TEXT",
        "'{\"username\":\"b\",\"password\":\"p\",\"ip\":\"h\"}'              | PORT     | MISSING",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":\"\",\"ip\":\"h\"}'    | PORT | MISSING",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":0,\"ip\":\"h\"}'       | PORT | BAD_PORT",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":65536,\"ip\":\"h\"}'   | PORT | BAD_PORT",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":\"x\",\"ip\":\"h\"}'   | PORT | BAD_PORT",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":1.5,\"ip\":\"h\"}'     | PORT | BAD_PORT",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":[1],\"ip\":\"h\"}'     | PORT | BAD_PORT",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":1}'                    | HOST | MISSING",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":1,\"ip\":\"\"}'        | HOST | MISSING",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":1,\"ip\":\"a b\"}'     | HOST | BAD_HOST",
        "'{\"username\":\"b\",\"password\":\"p\",\"port\":1,\"ip\":1}'           | HOST | NOT_TEXT",
      })
  void an_entry_that_cannot_be_used_says_why_and_is_kept(String json, Field field, Problem problem)
      throws Exception {
    Directory directory = directory("[" + json + "," + BOB + "]");
    DirectoryEntry entry = directory.entries().get(0);
    assertThat(entry.contact()).isNull();
    assertThat(entry.problems().all()).containsExactly(new FieldProblem(field, problem));
    assertThat(entry.problems().of(field)).isEqualTo(problem);
    assertThat(directory.contacts()).extracting(Contact::name).containsExactly(name("bob"));
    Directory again = directory(written(directory.add(good())));
    assertThat(again.json().values().get(0))
        .isEqualTo(directory("[" + json + "]").json().values().get(0));
    assertThat(again.contacts()).hasSize(2);
  }

  @Test
  void all_that_is_wrong_is_said_at_once() throws Exception {
    assertThat(directory("[{}]").entries().get(0).problems().all())
        .extracting(FieldProblem::field)
        .containsExactly(Field.NAME, Field.HOST, Field.PORT, Field.PASSWORD);
  }

  @Test
  void of_two_with_one_name_the_first_usable_one_counts() throws Exception {
    String unusable = BOB.replace("5001", "0");
    String second = BOB.replace("5001", "5003");
    Directory directory = directory("[" + unusable + "," + BOB + "," + second + "]");
    assertThat(directory.find(name("bob")).port()).isEqualTo(5001);
    assertThat(directory.entries().get(2).problems().of(Field.NAME))
        .isEqualTo(Problem.DUPLICATE_NAME);
    Directory without = directory.remove(directory.entries().get(1));
    assertThat(without.find(name("bob")).port()).isEqualTo(5003);
  }

  @Test
  void names_are_normalised_and_compared_so() throws Exception {
    String composed = BOB.replace("bob", "J\u00fcrgen");
    String decomposed = BOB.replace("bob", "Ju\u0308rgen");
    Directory directory = directory("[" + decomposed + "," + composed + "]");
    assertThat(directory.find(name("J\u00fcrgen"))).isNotNull();
    assertThat(directory.entries().get(1).problems().of(Field.NAME))
        .isEqualTo(Problem.DUPLICATE_NAME);
    assertThat(written(directory)).contains("Ju\u0308rgen"); // as the file spells it
  }

  @Test
  void what_is_not_touched_is_written_as_it_was() throws Exception {
    String json =
        "[{\"username\":\"bob\",\"password\":\"p\",\"port\":\"05001\",\"ip\":\"2001:DB8::01\","
            + "\"Note\":{\"a\":[1.50,null,true]},\"zz\":1},\"text\",7]";
    Directory directory = directory(json);
    assertThat(directory.contacts()).hasSize(1);
    Directory edited =
        directory.edit(directory.entries().get(0), form("bob", "2001:db8::1", "5001", "other"));
    assertThat(directory(written(edited)).json())
        .isEqualTo(directory(json.replace("\"p\"", "\"other\"")).json());
    assertThat(written(edited)).contains("1.50");
  }

  @Test
  void a_changed_port_keeps_its_type() throws Exception {
    Directory text = directory("[" + BOB.replace("5001", "\"5001\"") + "]");
    assertThat(written(text.edit(text.entries().get(0), form("bob", "192.0.2.7", "6", "p"))))
        .contains("\"port\": \"6\"");
    Directory number = directory("[" + BOB + "]");
    assertThat(written(number.edit(number.entries().get(0), form("bob", "192.0.2.7", "6", "p"))))
        .contains("\"port\": 6");
  }

  @Test
  void a_new_entry_looks_as_the_format_says() throws Exception {
    assertThat(written(Directory.empty(null).add(good())))
        .isEqualTo(
            """
            [
              {
                "username": "carol",
                "password": "pw",
                "port": 5002,
                "ip": "host.example"
              }
            ]
            """);
  }

  @Test
  void order_stays_and_new_ones_come_last() throws Exception {
    Directory directory =
        directory(
            "[" + BOB + "," + BOB.replace("bob", "dave") + "," + BOB.replace("bob", "eve") + "]");
    DirectoryEntry dave = directory.entries().get(1);
    Directory changed = directory.rename(dave, "dora").add(good());
    assertThat(changed.contacts())
        .extracting(c -> c.name().toString())
        .containsExactly("bob", "dora", "eve", "carol");
    assertThat(directory.contacts()).hasSize(3); // the old one serves to undo
    assertThat(changed.entries().get(0)).isSameAs(directory.entries().get(0));
    assertThat(changed.remove(changed.entries().get(1)).contacts()).hasSize(3);
    assertThatThrownBy(() -> changed.remove(dave)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_wrong_form_changes_nothing_and_names_its_fields() throws Exception {
    Directory directory = directory("[" + BOB + "]");
    ContactForm bad = form("bob", "", "x", null);
    assertThatThrownBy(() -> directory.add(bad))
        .isInstanceOfSatisfying(
            InvalidContactException.class,
            e -> {
              assertThat(e.problems()).isEqualTo(directory.check(bad, null));
              assertThat(e.problems().of(Field.NAME)).isEqualTo(Problem.DUPLICATE_NAME);
              assertThat(e.problems().of(Field.HOST)).isEqualTo(Problem.MISSING);
              assertThat(e.problems().of(Field.PORT)).isEqualTo(Problem.BAD_PORT);
              assertThat(e.problems().of(Field.PASSWORD)).isEqualTo(Problem.MISSING);
            });
    assertThat(directory.check(form("bob", "h", "1", "p"), directory.entries().get(0)).isEmpty())
        .isTrue();
    assertThat(directory.check(good().withName("alice"), null).of(Field.NAME))
        .isEqualTo(Problem.OWN_NAME);
    assertThat(directory.check(good().withName("x".repeat(65)), null).of(Field.NAME))
        .isEqualTo(Problem.NAME_TOO_LONG);
    assertThat(directory.check(form("x", "h", "1", "\uD83D"), null).of(Field.PASSWORD))
        .isEqualTo(Problem.BROKEN_PASSWORD);
  }

  @Test
  void an_unusable_entry_becomes_a_contact_once_it_is_right() throws Exception {
    Directory directory = directory("[" + BOB.replace("geheim", "") + ", 7]");
    Directory mended =
        directory.edit(directory.entries().get(0), form("bob", "192.0.2.7", "5001", "p"));
    assertThat(mended.find(name("bob"))).isNotNull();
    Directory replaced = mended.edit(mended.entries().get(1), good());
    assertThat(replaced.contacts()).hasSize(2);
  }

  @Test
  void another_own_name_makes_one_entry_unusable_and_the_other_usable() throws Exception {
    Directory directory = directory("[" + BOB + "," + BOB.replace("bob", "alice") + "]");
    assertThat(directory.contacts()).extracting(Contact::name).containsExactly(name("bob"));
    Directory mine = directory.withSelf(name("bob"));
    assertThat(mine.contacts()).extracting(Contact::name).containsExactly(name("alice"));
    assertThat(written(mine)).isEqualTo(written(directory)); // the password was not lost
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bob", "b ob", "BOB", "ｂｏｂ"})
  void a_name_that_looks_like_another_is_warned_of_and_allowed(String typed) throws Exception {
    Directory directory = directory("[" + BOB + "]");
    assertThat(directory.lookalikes(typed, null)).containsExactly(name("bob"));
    assertThat(directory.check(good().withName(typed), null).isEmpty()).isTrue();
    assertThat(directory.lookalikes(typed, directory.entries().get(0))).isEmpty();
  }

  @Test
  void a_name_that_looks_like_ones_own_is_warned_of_too() throws Exception {
    assertThat(directory("[]").lookalikes("Alice", null)).containsExactly(name("alice"));
    assertThat(directory("[" + BOB + "]").lookalikes("bob", null)).isEmpty();
    assertThat(directory("[" + BOB + "]").lookalikes("", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob (192.0.2.1:5000)",
        "bob (host:5000)",
        "bob ([::1]:5000)",
        "bob (192.0.2.1)",
        "bob (::1)",
        "bob(host:1)",
        "bob ( host:1 )",
        "bob （host:1）",
        "(host:1)"
      })
  void a_name_like_a_manual_peers_is_refused(String typed) throws Exception {
    assertThat(directory("[]").check(good().withName(typed), null).of(Field.NAME))
        .isEqualTo(Problem.NAME_LIKE_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob (work)", "bob (5000)", "bob (a:b)", "bob host:1", "(bob)", ":)"})
  void brackets_alone_are_no_address(String typed) throws Exception {
    assertThat(directory("[]").check(good().withName(typed), null).isEmpty()).isTrue();
  }

  @Test
  void closing_wipes_the_passwords_of_usable_and_unusable_entries() throws Exception {
    Directory directory = directory("[" + BOB + "," + BOB.replace("bob", "alice") + "]");
    List<ContactForm> forms = directory.entries().stream().map(DirectoryEntry::form).toList();
    directory.close();
    for (ContactForm form : forms) {
      assertThatThrownBy(() -> form.password().chars()).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void nothing_prints_a_password() throws Exception {
    Directory directory = directory("[" + BOB + "]");
    DirectoryEntry entry = directory.entries().get(0);
    for (Object printed :
        List.of(directory, entry, entry.contact(), entry.form(), entry.form().password())) {
      assertThat(printed.toString()).doesNotContain("geheim");
    }
  }
}
