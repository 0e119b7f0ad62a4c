package dev.flagrant.harness.subjects;

/** What this machine has to race threads on. */
final class Processors {
  private Processors() {}

  /** Whether there are at least two processors for this JVM. */
  static boolean areTwo() {
    return Runtime.getRuntime().availableProcessors() > 1;
  }
}
