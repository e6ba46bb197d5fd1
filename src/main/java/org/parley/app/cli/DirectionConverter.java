package org.parley.app.cli;

import org.parley.journal.Direction;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which way a message went. */
final class DirectionConverter implements ITypeConverter<Direction> {
  @Override
  public Direction convert(String text) {
    return switch (text) {
      case "sent" -> Direction.SENT;
      case "received" -> Direction.RECEIVED;
      default -> throw new TypeConversionException("'" + text + "' is neither sent nor received");
    };
  }
}
