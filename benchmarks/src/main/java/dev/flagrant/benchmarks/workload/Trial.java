package dev.flagrant.benchmarks.workload;

/** A prepared workload, which can be run again and again. */
public abstract class Trial {
  private final int operations;

  Trial(int operations) {
    this.operations = operations;
  }

  /** The operations of one run, which its time is divided by. */
  public final int operations() {
    return operations;
  }

  /**
   * Runs once.
   *
   * @throws IllegalStateException if the map gave wrong answers, for then its speed means nothing
   */
  public final void run() {
    int right = rightAnswers();
    if (right != operations) {
      throw new IllegalStateException(
          "%d of %d answers of the map were wrong".formatted(operations - right, operations));
    }
  }

  /** Performs the operations, and counts those with the answer that was to be expected. */
  abstract int rightAnswers();
}
