package dev.flagrant.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first difference of two structures, in words. */
final class StructureDiff {
  private static final String ROW = "  %-10s %-36s %-36s%s%n";

  private StructureDiff() {}

  /** Says where two structures differ first, or null if they do not. */
  static @Nullable String of(Structure expected, Structure got) {
    if (!expected.header().equals(got.header())) {
      return String.format(
          "the headers differ%n  expected %s%n  got      %s%n%s",
          expected.header(), got.header(), chainsIfAlike(expected, got));
    }
    return ofChains(expected, got);
  }

  /** Of maps with as many buckets the first chain that differs is of interest too. */
  private static String chainsIfAlike(Structure expected, Structure got) {
    for (Generation generation : Generation.values()) {
      if (expected.header().size(generation) != got.header().size(generation)) {
        return "";
      }
    }
    String chains = ofChains(expected, got);
    return chains == null ? "" : chains;
  }

  private static @Nullable String ofChains(Structure expected, Structure got) {
    for (Generation generation : Generation.values()) {
      for (int bucket = 0; bucket < expected.header().size(generation); bucket++) {
        String difference =
            ofChain(
                generation,
                bucket,
                expected.chain(generation, bucket),
                got.chain(generation, bucket));
        if (difference != null) {
          return difference;
        }
      }
    }
    return null;
  }

  private static @Nullable String ofChain(
      Generation generation, int number, List<Bucket> expected, List<Bucket> got) {
    boolean headOnly =
        generation == Generation.OLD && expected.get(0).isEvacuated() && got.get(0).isEvacuated();
    int length = headOnly ? 1 : Math.max(expected.size(), got.size());
    for (int at = 0; at < length; at++) {
      Bucket left = at < expected.size() ? expected.get(at) : null;
      Bucket right = at < got.size() ? got.get(at) : null;
      List<String> leftCells = cells(left);
      List<String> rightCells = cells(right);
      if (leftCells.equals(rightCells)) {
        continue;
      }
      String name = (generation == Generation.OLD ? "old bucket " : "bucket ") + number;
      StringBuilder text = new StringBuilder(name);
      if (at > 0) {
        text.append(", overflow bucket ").append(at);
      }
      text.append(String.format(" differs%n" + ROW, "", "expected", "got", ""));
      for (int row = 0; row < leftCells.size(); row++) {
        String l = leftCells.get(row);
        String r = rightCells.get(row);
        String mark = l.equals(r) ? "" : " <--";
        text.append(String.format(ROW, row == 0 ? "memory" : "cell " + (row - 1), l, r, mark));
      }
      return text.toString();
    }
    return null;
  }

  /** Where a bucket was allocated, and its cells. */
  private static List<String> cells(@Nullable Bucket bucket) {
    List<String> cells = new ArrayList<>();
    if (bucket == null) {
      for (int i = 0; i <= Bucket.CELLS; i++) {
        cells.add("no bucket");
      }
      return cells;
    }
    cells.add(bucket.origin() == 0 ? "its own" : "preallocated " + bucket.origin());
    for (int cell = 0; cell < Bucket.CELLS; cell++) {
      cells.add(cell(bucket, cell));
    }
    return cells;
  }

  private static String cell(Bucket bucket, int cell) {
    int top = bucket.tophash(cell);
    return switch (top) {
      case 0 -> "emptyRest";
      case 1 -> "emptyOne";
      case 2 -> "evacuatedX";
      case 3 -> "evacuatedY";
      case 4 -> "evacuatedEmpty";
      default ->
          String.format(
              "%02x %s -> %s",
              top,
              Objects.toString(bucket.keys().get(cell)),
              Objects.toString(bucket.elems().get(cell)));
    };
  }
}
