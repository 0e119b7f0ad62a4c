package dev.flagrant.map.runtime;

/**
 * Takes steps at the end of the stack: each is tried there, and again one frame above wherever the
 * stack was not enough for it. So the stack ends, in turn, in most of the calls that a step makes.
 */
abstract class EndOfStack implements Runnable {
  private static final int STACK = 200_000;

  /** How many frames of another size lie below, at most. */
  private static final int SHIFTS = 6;

  private boolean enough;
  private int inVain;

  /** Takes the next step. One that was broken off by the end of the stack is taken again. */
  abstract void step();

  /**
   * Runs this with all the stack it needs: what is loaded at the end of the stack is not usable.
   */
  final void runWithStack() {
    enough = true;
    run();
  }

  /** Runs this in a thread whose stack is small, and waits for its end. */
  final void runInThread() throws InterruptedException {
    Thread thread = new Thread(null, this, "deep", STACK);
    thread.start();
    thread.join();
  }

  /** How many steps the stack was not enough for. */
  final int inVain() {
    return inVain;
  }

  /** Takes a step that way. Told apart by a number, the ends of the stack lie differently. */
  final void step(int number) {
    if (enough) {
      step();
    } else {
      descendAfter(number % SHIFTS);
    }
  }

  /** Frames that are smaller than those of {@link #descend}, before it. */
  private void descendAfter(int frames) {
    if (frames > 0) {
      descendAfter(frames - 1);
    } else {
      descend();
    }
  }

  @SuppressWarnings("InfiniteRecursion") // that is what it is for
  private void descend() {
    try {
      descend();
      return;
    } catch (StackOverflowError e) {
      inVain++;
    }
    step();
  }
}
