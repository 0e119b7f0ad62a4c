package dev.flagrant.lincheck.protocol;

/** When a store becomes visible to the other threads. */
public enum MemoryModel {
  /** Sequential consistency: at once. */
  SC("SC"),
  /** Total store order, as on x86: later, but in order; the thread itself sees it at once. */
  TSO("TSO");

  private final String label;

  MemoryModel(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
