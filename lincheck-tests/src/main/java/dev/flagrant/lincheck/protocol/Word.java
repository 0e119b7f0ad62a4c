package dev.flagrant.lincheck.protocol;

/** The bits of the flags word that the protocol is about. */
final class Word {
  /** A thread is writing. */
  static final int WRITING = 1;

  /** An iterator has been remembered; one bit stands for Go's two. */
  static final int ITERATOR = 2;

  /** One write more has ended; the stamp is this bit and all above it. */
  static final int STAMP = 4;

  private Word() {}

  static boolean writing(int word) {
    return (word & WRITING) != 0;
  }

  /** The word without what an iterator may change under a reader. */
  static int stamp(int word) {
    return word & ~ITERATOR;
  }
}
