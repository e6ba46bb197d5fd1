package org.parley.app.cli;

import java.util.Arrays;
import java.util.Locale;
import org.parley.journal.export.ExportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code log}, {@code html} or {@code csv}. */
final class FormatConverter implements ITypeConverter<ExportFormat> {
  @Override
  public ExportFormat convert(String text) {
    return Arrays.stream(ExportFormat.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is none of log, html and csv"));
  }
}
