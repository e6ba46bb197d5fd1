package org.parley.app.cli;

import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A name as it was typed. */
final class NameConverter implements ITypeConverter<PeerName> {
  @Override
  public PeerName convert(String text) {
    try {
      return PeerName.normalise(text);
    } catch (InvalidNameException e) {
      throw new TypeConversionException(
          "a name has 1 to 64 characters, none of them invisible, and no space at either end");
    }
  }
}
