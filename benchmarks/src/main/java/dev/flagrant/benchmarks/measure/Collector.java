package dev.flagrant.benchmarks.measure;

import java.util.Locale;

/** The garbage collectors that are compared. */
public enum Collector {
  G1("-XX:+UseG1GC"),
  PARALLEL("-XX:+UseParallelGC");

  private final String option;

  Collector(String option) {
    this.option = option;
  }

  /** The JVM option that chooses it. */
  public String option() {
    return option;
  }

  /** Its name on the command line and in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
