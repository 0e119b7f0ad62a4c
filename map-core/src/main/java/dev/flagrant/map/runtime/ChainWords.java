package dev.flagrant.map.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A tophash word for each of some buckets, as the first ones of a chain. In arrays, since where
 * there may be no stack for a call they are stored one by one: {@code runs[i].tophash[places[i]] =
 * words[i]}.
 */
final class ChainWords {
  /** The runs of the buckets; null where there is none to store into. */
  final @Nullable Bmaps[] runs;

  /** The places of the buckets in their runs. */
  final int[] places;

  final long[] words;

  /** For so many buckets. */
  ChainWords(int length) {
    runs = new @Nullable Bmaps[length];
    places = new int[length];
    words = new long[length];
  }

  void set(int i, Bmaps run, int place, long word) {
    runs[i] = run;
    places[i] = place;
    words[i] = word;
  }
}
