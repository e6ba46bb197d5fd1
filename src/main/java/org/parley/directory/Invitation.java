package org.parley.directory;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * One directory entry as text, by which two people meet: the inviter's with a password, handed over
 * by a way that both trust, and the reply without one, as the inviter has it. Whoever reads an
 * invitation can pose as either.
 */
public final class Invitation {
  private static final int MAX_CHARACTERS = 64 * 1024;

  private Invitation() {}

  /** What is wrong with one's own details as they would stand in an invitation or a reply. */
  public static FieldProblems check(String ownName, String host, String port) {
    try (Password any = Password.ofText("any")) {
      return Rules.check(new ContactForm(ownName, host, port, any), null, n -> false).problems();
    }
  }

  /** The text for somebody whom this password was made for. */
  public static String invite(String ownName, String host, String port, Password password)
      throws InvalidContactException {
    return text(new ContactForm(ownName, host, port, password), true);
  }

  /** The text that answers an invitation. */
  public static String reply(String ownName, String host, String port)
      throws InvalidContactException {
    try (Password any = Password.ofText("any")) {
      return text(new ContactForm(ownName, host, port, any), false);
    }
  }

  private static String text(ContactForm form, boolean withPassword)
      throws InvalidContactException {
    Rules.Outcome outcome = Rules.check(form, null, name -> false);
    Contact contact = outcome.contact();
    if (contact == null) {
      throw new InvalidContactException(outcome.problems());
    }
    DirectoryEntry entry = DirectoryEntry.typed(form, contact);
    Object json = withPassword ? entry.json() : entry.jsonWithoutSecrets();
    byte[] utf8 = JsonWriter.indented((JsonObject) Objects.requireNonNull(json));
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /**
   * What was pasted, for the form of a new contact: an entry, or a list of one, with white space
   * about it. Its fields are not checked: {@link Directory#check} does that, and the password is
   * null in a reply.
   *
   * @throws DirectoryDamagedException where it is no such thing
   */
  public static ContactForm read(String pasted) throws DirectoryDamagedException {
    if (pasted.length() > MAX_CHARACTERS) {
      throw new DirectoryDamagedException(
          DirectoryDamagedException.Reason.TOO_LARGE, "too long for one entry");
    }
    Object value = document(pasted);
    Object one = value instanceof JsonArray list && list.size() == 1 ? list.values().get(0) : value;
    if (!(one instanceof JsonObject entry) || !entry.has("username")) {
      throw new DirectoryDamagedException(
          DirectoryDamagedException.Reason.NOT_ONE_ENTRY, "the text is not one entry");
    }
    return DirectoryEntry.read(entry, null, name -> false).form();
  }

  private static @Nullable Object document(String pasted) throws DirectoryDamagedException {
    try {
      String text = stripped(pasted);
      // Half a surrogate pair becomes a question mark, which the fields' rules see.
      return JsonReader.document(text.getBytes(StandardCharsets.UTF_8), JsonProfile.FILE);
    } catch (JsonException e) {
      throw new DirectoryDamagedException(e);
    }
  }

  // Programs put a byte order mark or other scripts' spaces about what is copied; JSON knows
  // neither.
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
