package dev.flagrant.harness.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration as a number of seconds, which may have a fraction. */
final class Seconds implements ITypeConverter<Duration> {

  private static final double MOST = 3_600;
  private static final double NANOS_PER_SECOND = 1e9;

  @Override
  public Duration convert(String text) {
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refusal(text);
    }
    if (!(seconds > 0 && seconds <= MOST)) {
      throw refusal(text);
    }
    return Duration.ofNanos((long) (seconds * NANOS_PER_SECOND));
  }

  private static TypeConversionException refusal(String text) {
    return new TypeConversionException(
        "expected a number of seconds above 0 and at most %.0f, not '%s'".formatted(MOST, text));
  }
}
