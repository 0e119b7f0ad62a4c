package dev.flagrant.stress.verdict;

import java.util.Locale;

/** Things and how many there are, as people write it. */
public final class Counted {

  private Counted() {}

  /** As {@code 1 test} and {@code 1,000 tests}. */
  public static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
