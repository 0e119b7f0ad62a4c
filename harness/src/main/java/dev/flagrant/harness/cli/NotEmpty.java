package dev.flagrant.harness.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a class or a path as it is, but for the empty one. */
final class NotEmpty implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("expected a class or a path, not an empty text");
    }
    return text;
  }
}
