package dev.flagrant.harness.cli;

import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of a range; every other text is refused with the range. */
abstract class WholeNumber implements ITypeConverter<Long> {

  private final long least;
  private final long most;

  WholeNumber(long least, long most) {
    this.least = least;
    this.most = most;
  }

  /** Numbers of trials, or of whatever else there may be any number of. */
  static final class Positive extends WholeNumber {
    Positive() {
      super(1, Long.MAX_VALUE);
    }
  }

  /** Any number, as a seed is. */
  static final class Any extends WholeNumber {
    Any() {
      super(Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }

  @Override
  public final Long convert(String text) {
    try {
      // Not Long.parseLong: 20 digits are a number too, only too large.
      BigInteger number = new BigInteger(text);
      if (number.compareTo(BigInteger.valueOf(least)) >= 0
          && number.compareTo(BigInteger.valueOf(most)) <= 0) {
        return number.longValue();
      }
    } catch (NumberFormatException e) {
      // Told below, with the range.
    }
    throw new TypeConversionException(
        "expected a whole number from %d to %d, not '%s'".formatted(least, most, text));
  }
}
