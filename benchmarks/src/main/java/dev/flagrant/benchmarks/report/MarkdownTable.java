package dev.flagrant.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of Markdown. */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(List<String> head) {
    rows.add(head);
    rows.add(head.stream().map(title -> "---").toList());
  }

  MarkdownTable(String... head) {
    this(List.of(head));
  }

  void row(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "a row of %d cells in a table of %d".formatted(cells.size(), rows.get(0).size()));
    }
    rows.add(List.copyOf(cells));
  }

  void row(String... cells) {
    row(List.of(cells));
  }

  boolean isEmpty() {
    return rows.size() == 2;
  }

  /** A section of a page with this table; nothing if it has no rows. */
  String under(String title, String about) {
    return isEmpty() ? "" : "\n### %s\n\n%s\n\n%s".formatted(title, about, this);
  }

  @Override
  public String toString() {
    return rows.stream()
        .map(cells -> "| " + String.join(" | ", cells) + " |\n")
        .collect(Collectors.joining());
  }
}
