package org.parley.app.cli;

import org.parley.journal.export.VerifierKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a verifier key. */
final class KeyConverter implements ITypeConverter<VerifierKey> {
  @Override
  public VerifierKey convert(String text) {
    VerifierKey key = VerifierKey.parse(text);
    if (key == null) {
      throw new TypeConversionException(
          "'" + text + "' is no verifier key of the form NAME+ID+KEY");
    }
    return key;
  }
}
