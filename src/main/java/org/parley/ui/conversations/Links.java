package org.parley.ui.conversations;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of web pages in a stranger's text. */
final class Links {
  /**
   * A link and where it stands in the text.
   *
   * @param end the first character after it
   */
  record Link(int start, int end, String address) {}

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`⟨⟩{}|\\\\^]{1,2000}");
  private static final String NOT_AT_THE_END = ".,;:!?)]’”…";
  private static final int MOST = 100;

  private Links() {}

  /** The first links of a text, in order. */
  static List<Link> of(String text) {
    List<Link> found = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (found.size() < MOST && matcher.find()) {
      int end = matcher.end();
      while (NOT_AT_THE_END.indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      String address = text.substring(matcher.start(), end);
      if (host(address).isPresent()) {
        found.add(new Link(matcher.start(), end, address));
      }
    }
    return found;
  }

  /**
   * The host as name servers know it, so that letters of another script that look alike are told
   * apart; empty where the address has none.
   */
  static Optional<String> host(String address) {
    String rest = address.substring(address.indexOf("//") + 2);
    String authority = rest.split("[/?#]", 2)[0];
    String place = authority.substring(authority.lastIndexOf('@') + 1);
    int port = place.startsWith("[") ? place.indexOf("]:") + 1 : place.indexOf(':');
    String name = port > 0 ? place.substring(0, port) : place;
    if (name.isEmpty() || !name.codePoints().allMatch(Links::mayBeInHost)) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no name that could be asked for
    }
  }

  private static boolean mayBeInHost(int c) {
    return Character.isLetterOrDigit(c) || ".-[]:".indexOf(c) >= 0 || Character.getType(c) == 6;
  }

  /** The address with its host as name servers know it; empty where no browser could take it. */
  static Optional<URI> uri(String address) {
    int from = address.indexOf("//") + 2;
    String rest = address.substring(from);
    String authority = rest.split("[/?#]", 2)[0];
    String place = authority.substring(authority.lastIndexOf('@') + 1);
    int port = place.startsWith("[") ? place.indexOf("]:") + 1 : place.indexOf(':');
    String known = host(address).orElse("") + (port > 0 ? place.substring(port) : "");
    try {
      // What stands before an @ is no host, and is there to look like one.
      return Optional.of(
          new URI(
              new URI(address.substring(0, from) + known + rest.substring(authority.length()))
                  .toASCIIString()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
