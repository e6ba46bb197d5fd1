package org.parley.directory;

import java.text.Normalizer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;

/** What holds for each field of an entry, wherever it came from. */
final class Rules {
  private Rules() {}

  /** The contact, or what is wrong; {@code taken} says which names other entries have. */
  record Outcome(FieldProblems problems, @Nullable Contact contact) {}

  static Outcome check(ContactForm form, @Nullable PeerName self, Predicate<PeerName> taken) {
    FieldProblems.Collector problems = new FieldProblems.Collector();
    problems.add(Field.NAME, name(form.name(), self, taken));
    Host host = Host.parse(form.host());
    if (host == null) {
      problems.add(Field.HOST, form.host().isBlank() ? Problem.MISSING : Problem.BAD_HOST);
    }
    String typedPort = form.port().strip();
    int port = Ports.parse(typedPort).orElse(0);
    if (port == 0) {
      problems.add(Field.PORT, typedPort.isEmpty() ? Problem.MISSING : Problem.BAD_PORT);
    }
    problems.add(Field.PASSWORD, password(form.password()));
    FieldProblems found = problems.done();
    Contact contact = null;
    PeerName name = nameOrNull(form.name());
    Password password = form.password();
    if (found.isEmpty() && name != null && host != null && password != null) {
      contact = new Contact(name, new Endpoint(host, port), password);
    }
    return new Outcome(found, contact);
  }

  static @Nullable PeerName nameOrNull(String text) {
    try {
      return PeerName.normalise(text);
    } catch (InvalidNameException e) {
      return null;
    }
  }

  private static @Nullable Problem name(
      String text, @Nullable PeerName self, Predicate<PeerName> taken) {
    PeerName name;
    try {
      name = PeerName.normalise(text);
    } catch (InvalidNameException e) {
      return switch (e.rule()) {
        case EMPTY -> Problem.MISSING;
        case TOO_LONG -> Problem.NAME_TOO_LONG;
        case SPACE_AT_END -> Problem.NAME_SPACE_AT_END;
        case CHARACTER, NOT_NORMAL -> Problem.NAME_CHARACTER;
      };
    }
    if (looksLikeManualPeer(name)) {
      return Problem.NAME_LIKE_ADDRESS;
    }
    if (name.equals(self)) {
      return Problem.OWN_NAME;
    }
    return taken.test(name) ? Problem.DUPLICATE_NAME : null;
  }

  private static @Nullable Problem password(@Nullable Password password) {
    if (password == null) {
      return Problem.MISSING;
    }
    if (password.isEmpty()) {
      return Problem.EMPTY_PASSWORD;
    }
    return password.encodable() ? null : Problem.BROKEN_PASSWORD;
  }

  /**
   * Whether the name ends in an address in brackets. A peer that was reached by address is shown
   * so, apart from every contact, and a contact must not be able to stand in for one.
   */
  static boolean looksLikeManualPeer(PeerName name) {
    String text = Normalizer.normalize(name.toString(), Normalizer.Form.NFKC).strip();
    int from = text.lastIndexOf('(');
    if (from < 0 || !text.endsWith(")")) {
      return false;
    }
    String inside = text.substring(from + 1, text.length() - 1);
    Host host = Host.parse(inside);
    return Endpoint.parse(inside) != null || (host != null && host.kind() != Host.Kind.NAME);
  }
}
