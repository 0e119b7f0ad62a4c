package dev.flagrant.conformance.flooding;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Strings with one {@code hashCode}, and ordinary ones to compare with. */
final class CollidingStrings {
  private CollidingStrings() {}

  /**
   * Different strings with one {@code hashCode}: the blocks {@code Aa} and {@code BB} have the same
   * one, in any order.
   *
   * @param count how many
   * @param blocks of each string
   */
  static String[] ofBlocks(int count, int blocks) {
    return IntStream.range(0, count)
        .mapToObj(number -> spread(number, blocks, blocks))
        .toArray(String[]::new);
  }

  /**
   * As {@link #ofBlocks}, but nearly all blocks are the same in all strings; the others are far
   * apart.
   */
  static String[] thatDifferInFewPlaces(int count, int blocks) {
    int differing = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    return IntStream.range(0, count)
        .mapToObj(number -> spread(number, differing, blocks))
        .toArray(String[]::new);
  }

  /** The bits of a number, evenly spread over a string of blocks. */
  private static String spread(int number, int bits, int blocks) {
    StringBuilder text = new StringBuilder(2 * blocks);
    int stride = blocks / bits;
    for (int block = 0; block < blocks; block++) {
      int bit = block / stride;
      boolean one = block % stride == 0 && bit < bits && (number >>> bit & 1) != 0;
      text.append(one ? "BB" : "Aa");
    }
    return text.toString();
  }

  /** Random strings of letters. */
  static String[] ordinary(int count, int length) {
    SplittableRandom random = new SplittableRandom(length);
    return Stream.generate(
            () ->
                random
                    .ints(length, 'A', 'z')
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .distinct()
        .limit(count)
        .toArray(String[]::new);
  }
}
