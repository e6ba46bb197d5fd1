package org.parley.app.window;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.parley.directory.Host;
import org.parley.settings.ListenOn;

/** This machine's addresses that others could use. */
final class OwnAddresses {
  private OwnAddresses() {}

  /** Where somebody reaches what listens there. */
  static List<String> of(ListenOn where) {
    return where == ListenOn.LOOPBACK
        ? List.of(InetAddress.getLoopbackAddress().getHostAddress())
        : list();
  }

  /**
   * IPv4 before IPv6, private ones first: those are what people on one network use. As they stand
   * in a directory: without the zone, which only this machine understands.
   */
  private static List<String> list() {
    List<InetAddress> found = new ArrayList<>();
    try {
      for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
        if (one.isUp() && !one.isLoopback()) {
          one.inetAddresses().filter(OwnAddresses::usable).forEach(found::add);
        }
      }
    } catch (SocketException e) {
      return List.of(); // nothing to offer; the user can ask the system
    }
    return found.stream()
        .sorted(
            Comparator.comparing((InetAddress a) -> !(a instanceof Inet4Address))
                .thenComparing(a -> !a.isSiteLocalAddress()))
        .map(a -> Host.parse(a.getHostAddress().replaceFirst("%.*", "")))
        .filter(Objects::nonNull)
        .map(Host::text)
        .distinct()
        .toList();
  }

  // A link-local address means something only together with the name of a network card.
  private static boolean usable(InetAddress address) {
    return !address.isLinkLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isMulticastAddress()
        && !address.isAnyLocalAddress();
  }
}
