package dev.flagrant.benchmarks;

import java.util.Locale;

/** What a run consists of. */
enum Part {
  SPEED,
  CHECK,
  MEMORY,
  LATENCY,
  SCALING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
