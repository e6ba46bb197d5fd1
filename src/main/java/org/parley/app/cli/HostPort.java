package org.parley.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An address as it is typed: {@code host:port}, an IPv6 address in brackets. */
record HostPort(String host, int port) {
  static HostPort of(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      host = ""; // an IPv6 address without brackets: where does it end?
    }
    if (host.isBlank()) {
      throw new TypeConversionException(
          "'" + text + "' is no address such as 192.0.2.7:5000 or [2001:db8::7]:5000");
    }
    return new HostPort(host, new PortConverter().convert(text.substring(colon + 1)));
  }

  static final class Converter implements ITypeConverter<HostPort> {
    @Override
    public HostPort convert(String text) {
      return of(text);
    }
  }
}
