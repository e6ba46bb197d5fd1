package org.parley.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A row's number, as history prints it. */
final class SeqConverter implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    if (text.matches("0|[1-9][0-9]{0,15}")) {
      return Long.valueOf(text);
    }
    throw new TypeConversionException("'" + text + "' is no row's number");
  }
}
