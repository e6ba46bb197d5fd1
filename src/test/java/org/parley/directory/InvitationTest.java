package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.crypto.RandomSource;
import org.parley.name.PeerName;

class InvitationTest {
  private static final String TEXT =
      """
      {
        "username": "alice",
        "password": "k7w2m",
        "port": 5000,
        "ip": "2001:db8::1"
      }
      """;

  private static Password password() {
    return Password.of("k7w2m".toCharArray());
  }

  @Test
  void an_invitation_is_one_entry_that_describes_its_author() throws Exception {
    assertThat(Invitation.invite("alice", "[2001:DB8::1]", "5000", password())).isEqualTo(TEXT);
  }

  @Test
  void two_people_meet() throws Exception {
    Password shared = new PasswordGenerator(RandomSource.secure()).next();
    String invitation = Invitation.invite("alice", "192.0.2.1", "5000", shared);
    Directory bobs = Directory.empty(PeerName.of("bob")).add(Invitation.read(invitation));
    String reply = Invitation.reply("bob", "bob.example", "5001");
    assertThat(reply).doesNotContain("password").doesNotContain(new String(shared.chars()));
    ContactForm pasted = Invitation.read(reply);
    assertThat(pasted.password()).isNull();
    Directory alices =
        Directory.empty(PeerName.of("alice")).add(pasted.withPassword(shared.copy()));
    assertThat(alices.find(PeerName.of("bob")).endpoint()).hasToString("bob.example:5001");
    assertThat(bobs.find(PeerName.of("alice")).password())
        .isEqualTo(alices.find(PeerName.of("bob")).password());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TEXT,
        "  \r\n\t" + TEXT + "\u00a0\n",
        "\ufeff" + TEXT,
        "\u2003" + TEXT,
        "[" + TEXT + "]",
        "{\"more\":[{}],\"ip\":\"2001:db8::1\",\"port\":\"5000\",\"password\":\"k7w2m\","
            + "\"username\":\"alice\"}"
      })
  void what_was_pasted_is_read(String pasted) throws Exception {
    ContactForm form = Invitation.read(pasted);
    assertThat(form.name()).isEqualTo("alice");
    assertThat(form.host()).isEqualTo("2001:db8::1");
    assertThat(form.port()).isEqualTo("5000");
    assertThat(form.password().sameAs(password())).isTrue();
    assertThat(Directory.empty(null).check(form, null).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{",
        "[]",
        "{}",
        "[1]",
        "7",
        "null",
        "\"x\"",
        "[[{\"username\":\"a\"}]]",
        "{\"name\":\"a\"}",
        TEXT + TEXT,
        "[" + TEXT + "," + TEXT + "]",
        "{\"username\":\"a\",}",
        "{'username':'a'}",
        "see: {\"username\":\"a\"}"
      })
  void what_is_not_one_entry_is_refused(String pasted) {
    assertThatThrownBy(() -> Invitation.read(pasted)).isInstanceOf(DirectoryDamagedException.class);
  }

  @Test
  void an_endless_text_is_refused() {
    assertThatThrownBy(() -> Invitation.read(" ".repeat(70_000) + TEXT))
        .isInstanceOfSatisfying(
            DirectoryDamagedException.class,
            e -> assertThat(e.reason()).isEqualTo(DirectoryDamagedException.Reason.TOO_LARGE));
  }

  @Test
  void wrong_fields_of_what_was_pasted_are_named_one_by_one() throws Exception {
    ContactForm form =
        Invitation.read("{\"username\":\"alice\",\"ip\":\"a b\",\"port\":70000,\"password\":\"\"}");
    FieldProblems problems = Directory.empty(PeerName.of("alice")).check(form, null);
    assertThat(problems.of(Field.NAME)).isEqualTo(Problem.OWN_NAME);
    assertThat(problems.of(Field.HOST)).isEqualTo(Problem.BAD_HOST);
    assertThat(problems.of(Field.PORT)).isEqualTo(Problem.BAD_PORT);
    assertThat(problems.of(Field.PASSWORD)).isEqualTo(Problem.EMPTY_PASSWORD);
  }

  @Test
  void ones_own_details_are_checked_before_they_are_handed_out() throws Exception {
    assertThat(Invitation.check("alice", "h", "5000").isEmpty()).isTrue();
    FieldProblems problems = Invitation.check("alice ", "", "0");
    assertThat(problems.of(Field.NAME)).isEqualTo(Problem.NAME_SPACE_AT_END);
    assertThat(problems.of(Field.HOST)).isEqualTo(Problem.MISSING);
    assertThat(problems.of(Field.PORT)).isEqualTo(Problem.BAD_PORT);
    assertThatThrownBy(() -> Invitation.invite("alice ", "", "0", password()))
        .isInstanceOfSatisfying(
            InvalidContactException.class, e -> assertThat(e.problems()).isEqualTo(problems));
    assertThatThrownBy(() -> Invitation.reply("alice (h:1)", "h", "1"))
        .isInstanceOf(InvalidContactException.class);
    assertThatThrownBy(() -> Invitation.invite("alice", "h", "1", Password.of(new char[0])))
        .isInstanceOf(InvalidContactException.class);
  }
}
