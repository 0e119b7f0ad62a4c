package dev.flagrant.harness.cli;

import dev.flagrant.harness.check.Expectation;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an expectation as it is written on the command line. */
final class ExpectationConverter implements ITypeConverter<Expectation> {

  @Override
  public Expectation convert(String word) {
    return Arrays.stream(Expectation.values())
        .filter(expectation -> expectation.toString().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected fail-fast, thread-safe or any, not '" + word + "'"));
  }
}
