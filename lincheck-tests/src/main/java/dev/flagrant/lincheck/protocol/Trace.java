package dev.flagrant.lincheck.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of an interleaving, first to last. */
public final class Trace {

  static final Trace END = new Trace(-1, "", null);

  private final int thread;
  private final String text;
  private final @Nullable Trace rest;

  Trace(int thread, String text, @Nullable Trace rest) {
    this.thread = thread;
    this.text = text;
    this.rest = rest;
  }

  /**
   * The interleaving as lines of text: a column for each thread, time downwards.
   *
   * @param heads what stands above the columns
   */
  public List<String> drawn(List<String> heads) {
    int width = 2 + heads.stream().mapToInt(String::length).max().orElse(0);
    for (Trace at = this; at != null; at = at.rest) {
      width = Math.max(width, at.text.length() + 2);
    }
    List<String> lines = new ArrayList<>();
    lines.add(padded(heads.get(0), width) + "| " + heads.get(1));
    lines.add("-".repeat(width) + "+" + "-".repeat(width));
    for (Trace at = this; at != null && at.thread >= 0; at = at.rest) {
      String line =
          at.thread == 0 ? padded(at.text, width) + "|" : " ".repeat(width) + "| " + at.text;
      lines.add(line);
    }
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
