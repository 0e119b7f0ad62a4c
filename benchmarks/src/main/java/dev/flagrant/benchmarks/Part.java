package dev.flagrant.benchmarks;

/** What a run consists of. */
enum Part {
  SPEED,
  CHECK,
  MEMORY,
  LATENCY,
  SCALING;

  /** Whether real Go takes part in it. */
  boolean hasRealGo() {
    return this == SPEED || this == LATENCY || this == SCALING;
  }
}
