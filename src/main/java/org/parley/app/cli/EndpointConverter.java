package org.parley.app.cli;

import org.parley.directory.Endpoint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An address as it is typed: {@code host:port}, an IPv6 address in brackets. */
final class EndpointConverter implements ITypeConverter<Endpoint> {
  @Override
  public Endpoint convert(String text) {
    Endpoint endpoint = Endpoint.parse(text);
    if (endpoint == null) {
      throw new TypeConversionException(
          "'" + text + "' is no address such as 192.0.2.7:5000 or [2001:db8::7]:5000");
    }
    return endpoint;
  }
}
