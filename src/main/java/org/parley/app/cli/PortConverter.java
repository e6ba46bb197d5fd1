package org.parley.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port, 1 to 65535. */
final class PortConverter implements ITypeConverter<Integer> {
  private static final int MOST = 65535;

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= MOST) {
        return port;
      }
    }
    throw new TypeConversionException("'" + text + "' is no port: 1 to 65535");
  }
}
