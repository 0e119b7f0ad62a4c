package dev.flagrant.benchmarks.measure;

/** A measurement cannot be made; the message is one line for people. */
public final class MeasurementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was wrong and what to do. */
  public MeasurementException(String message) {
    super(message);
  }

  /** With the cause too. */
  public MeasurementException(String message, Throwable cause) {
    super(message, cause);
  }
}
