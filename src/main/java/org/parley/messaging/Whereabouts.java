package org.parley.messaging;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.directory.Contact;
import org.parley.directory.Endpoint;

/** Tells whether a contact came from where its entry says. */
final class Whereabouts {
  private Whereabouts() {}

  /**
   * Where the contact came from, where that is another address than its entry's. Asks the name
   * service where the entry has a name.
   *
   * @param seen where it was last: {@code host:port} where we dialled, which was its entry's
   * @return null where it is the same, or nothing is known
   */
  static @Nullable String elsewhere(Contact contact, @Nullable String seen) {
    if (seen == null || Endpoint.parse(seen) != null) {
      return null;
    }
    try {
      InetAddress from = InetAddress.getByName(seen);
      InetAddress[] entry = InetAddress.getAllByName(contact.host().text());
      return Arrays.asList(entry).contains(from) ? null : seen;
    } catch (UnknownHostException e) {
      return seen; // the entry's name leads nowhere now
    }
  }
}
