package dev.flagrant.lincheck.protocol;

import dev.flagrant.testkit.RaceOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The explorer's findings as Markdown: a table of all counts, and every window drawn. */
public final class WindowsReport {
  private WindowsReport() {}

  /** The lines of the report. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| race | guard | memory | interleavings | detected | linearizable | silently wrong |");
    lines.add("|---|---|---|---:|---:|---:|---:|");
    for (MinimalRace race : MinimalRace.values()) {
      for (Protocol protocol : Protocol.values()) {
        for (MemoryModel memory : MemoryModel.values()) {
          Exploration found = Exploration.of(race, protocol, memory);
          lines.add(
              String.format(
                  Locale.ROOT,
                  "| %s | `%s` | %s | %,d | %,d | %,d | %,d |",
                  race,
                  protocol,
                  memory,
                  found.total(),
                  found.count(RaceOutcome.DETECTED),
                  found.count(RaceOutcome.CLEAN),
                  found.silent()));
        }
      }
    }
    for (MinimalRace race : MinimalRace.values()) {
      for (Protocol protocol : Protocol.values()) {
        for (Window window : Exploration.of(race, protocol, MemoryModel.SC).windows()) {
          draw(lines, protocol, window);
        }
      }
    }
    return List.copyOf(lines);
  }

  private static void draw(List<String> lines, Protocol protocol, Window window) {
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "**%s under `%s`: %s**, %,d interleavings (SC); the shortest, with %d switches:",
            window.race(),
            protocol,
            window.key(),
            window.found().count(),
            window.found().switches()));
    lines.add("");
    lines.add("```");
    window.drawn().forEach(line -> lines.add(line.stripTrailing()));
    lines.add("```");
  }
}
