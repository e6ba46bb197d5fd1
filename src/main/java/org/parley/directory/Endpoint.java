package org.parley.directory;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A host and a port, as {@code 192.0.2.1:5000}, {@code [2001:db8::1]:5000} or {@code host:5000}.
 *
 * @param host where
 * @param port 1 to 65535
 */
public record Endpoint(Host host, int port) {
  /** Refuses a port outside of its range, which is a bug of the caller. */
  public Endpoint {
    if (port < 1 || port > Ports.MAX) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /** What was typed; null where it is no such thing, or an IPv6 address without brackets. */
  public static @Nullable Endpoint parse(String typed) {
    String text = typed.strip();
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return null;
    }
    String before = text.substring(0, colon);
    // ::1:5000 is an address of its own: which port is meant cannot be told.
    if (before.indexOf(':') >= 0 && !before.endsWith("]")) {
      return null;
    }
    Host host = Host.parse(before);
    OptionalInt port = Ports.parse(text.substring(colon + 1));
    return host == null || port.isEmpty() || before.endsWith(" ")
        ? null
        : new Endpoint(host, port.getAsInt());
  }

  @Override
  public String toString() {
    return host.kind() == Host.Kind.IPV6 ? "[" + host + "]:" + port : host + ":" + port;
  }
}
