package org.parley.directory;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonObject;
import org.parley.name.PeerName;

/**
 * One entry of the list, usable or not, with all that the file says about it. Immutable. The same
 * entry is the same object in a changed directory as long as neither it nor what is wrong with it
 * changed.
 */
public final class DirectoryEntry {
  private static final String NAME = "username";
  private static final String PASSWORD = "password";
  private static final String PORT = "port";
  private static final String HOST = "ip";

  /** The JSON value, without a password that is text: that one stands apart, to be wiped. */
  private final @Nullable Object rest;

  private final @Nullable Password password;
  private final FieldProblems problems;
  private final @Nullable Contact contact;
  private final @Nullable PeerName name;

  private DirectoryEntry(
      @Nullable Object rest,
      @Nullable Password password,
      FieldProblems problems,
      @Nullable Contact contact) {
    this.rest = rest;
    this.password = password;
    this.problems = problems;
    this.contact = contact;
    this.name = contact != null ? contact.name() : Rules.nameOrNull(form().name());
  }

  /** The entry that a file's value is. */
  static DirectoryEntry read(
      @Nullable Object json, @Nullable PeerName self, Predicate<PeerName> taken) {
    if (json instanceof JsonObject object && object.get(PASSWORD) instanceof String text) {
      return checked(object.without(PASSWORD), Password.ofText(text), self, taken);
    }
    return checked(json, null, self, taken);
  }

  /** A new entry of what was typed and checked. */
  static DirectoryEntry typed(ContactForm form, Contact contact) {
    JsonObject json =
        JsonObject.empty()
            .with(NAME, contact.name().toString())
            .with(PORT, (long) contact.port())
            .with(HOST, contact.host().text());
    return new DirectoryEntry(json, form.password(), new FieldProblems.Collector().done(), contact);
  }

  /** This entry with what was typed and checked: what did not change keeps its spelling. */
  DirectoryEntry edited(ContactForm form, Contact next) {
    if (!(rest instanceof JsonObject json)) {
      return typed(form, next);
    }
    JsonObject changed = json;
    if (!next.name().equals(name())) {
      changed = changed.with(NAME, next.name().toString());
    }
    if (!(json.get(HOST) instanceof String host) || !next.host().equals(Host.parse(host))) {
      changed = changed.with(HOST, next.host().text());
    }
    if (Ports.ofJson(json.get(PORT)).orElse(0) != next.port()) {
      boolean text = json.get(PORT) instanceof String;
      Object port = text ? (Object) Integer.toString(next.port()) : (Object) (long) next.port();
      changed = changed.with(PORT, port);
    }
    return new DirectoryEntry(
        changed.without(PASSWORD), form.password(), new FieldProblems.Collector().done(), next);
  }

  /** The same entry among other ones. */
  DirectoryEntry recheck(@Nullable PeerName self, Predicate<PeerName> taken) {
    DirectoryEntry again = checked(rest, password, self, taken);
    return again.problems.equals(problems) ? this : again;
  }

  /** The same with a password that another's wiping does not reach. */
  DirectoryEntry copy(@Nullable PeerName self, Predicate<PeerName> taken) {
    return checked(rest, password == null ? null : password.copy(), self, taken);
  }

  private static DirectoryEntry checked(
      @Nullable Object rest,
      @Nullable Password password,
      @Nullable PeerName self,
      Predicate<PeerName> taken) {
    if (!(rest instanceof JsonObject json)) {
      return new DirectoryEntry(
          rest, password, FieldProblems.of(Field.ENTRY, Problem.NOT_AN_OBJECT), null);
    }
    Rules.Outcome outcome = Rules.check(form(json, password), self, taken);
    // What the form shows as empty may be a value of another type, which is another problem.
    FieldProblems.Collector problems = new FieldProblems.Collector();
    problems.add(Field.NAME, textual(json, NAME, outcome.problems().of(Field.NAME)));
    problems.add(Field.HOST, textual(json, HOST, outcome.problems().of(Field.HOST)));
    Problem port = outcome.problems().of(Field.PORT);
    problems.add(
        Field.PORT, port == Problem.MISSING && filled(json, PORT) ? Problem.BAD_PORT : port);
    problems.add(Field.PASSWORD, textual(json, PASSWORD, outcome.problems().of(Field.PASSWORD)));
    return new DirectoryEntry(json, password, problems.done(), outcome.contact());
  }

  private static @Nullable Problem textual(
      JsonObject json, String member, @Nullable Problem problem) {
    boolean other = filled(json, member) && !(json.get(member) instanceof String);
    return other ? Problem.NOT_TEXT : problem;
  }

  private static boolean filled(JsonObject json, String member) {
    Object value = json.get(member);
    return value != null && !value.equals("");
  }

  private static ContactForm form(JsonObject json, @Nullable Password password) {
    return new ContactForm(text(json, NAME), text(json, HOST), port(json), password);
  }

  private static String text(JsonObject json, String member) {
    return json.get(member) instanceof String text ? text : "";
  }

  private static String port(JsonObject json) {
    Object port = json.get(PORT);
    if (port instanceof Long number) {
      return Long.toString(number);
    }
    return text(json, PORT);
  }

  /** The contact; null where the entry cannot be used. */
  public @Nullable Contact contact() {
    return contact;
  }

  /** What is wrong; empty where the entry can be used. */
  public FieldProblems problems() {
    return problems;
  }

  /** What stands in the fields, to be shown or edited; empty where a field holds no text. */
  public ContactForm form() {
    return rest instanceof JsonObject json
        ? form(json, password)
        : new ContactForm("", "", "", null);
  }

  /** The name, also of an entry that cannot be used for other reasons; null where there is none. */
  public @Nullable PeerName name() {
    return name;
  }

  /** Whether both say the same, unknown members included. */
  boolean sameAs(DirectoryEntry other) {
    return Objects.equals(rest, other.rest) && samePassword(other.password);
  }

  /** Whether one can stand for the other: they say the same, and the same is wrong with them. */
  boolean isLike(DirectoryEntry other) {
    return problems.equals(other.problems) && sameAs(other);
  }

  /** Whether both say the same but for the password. */
  boolean differsInPasswordOnly(DirectoryEntry other) {
    return Objects.equals(rest, other.rest) && !samePassword(other.password);
  }

  private boolean samePassword(@Nullable Password other) {
    if (password == null || other == null) {
      return password == null && other == null;
    }
    return password.sameAs(other);
  }

  /** What is written: the known members in the format's order, then the others by name. */
  @Nullable Object json() {
    if (!(rest instanceof JsonObject json)) {
      return rest;
    }
    JsonObject whole = password == null ? json : json.with(PASSWORD, password.text());
    JsonObject ordered = JsonObject.empty();
    Set<String> others = new TreeSet<>(whole.names());
    for (String member : new String[] {NAME, PASSWORD, PORT, HOST}) {
      if (others.remove(member)) {
        ordered = ordered.with(member, whole.get(member));
      }
    }
    for (String other : others) {
      ordered = ordered.with(other, whole.get(other));
    }
    return ordered;
  }

  /** Name, port and host alone; null where there is none of them. */
  @Nullable JsonObject jsonWithoutSecrets() {
    if (!(rest instanceof JsonObject json)) {
      return null;
    }
    JsonObject kept = JsonObject.empty();
    for (String member : new String[] {NAME, PORT, HOST}) {
      if (json.has(member)) {
        kept = kept.with(member, json.get(member));
      }
    }
    return kept.names().isEmpty() ? null : kept;
  }

  void wipe() {
    if (password != null) {
      password.close();
    }
  }

  @Override
  public String toString() {
    return "DirectoryEntry[" + name() + ", " + problems + "]";
  }
}
