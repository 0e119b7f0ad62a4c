package dev.flagrant.benchmarks.report;

import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Estimate;
import dev.flagrant.benchmarks.model.Machine;
import dev.flagrant.benchmarks.model.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page of a run: how it was measured, the verdicts, the tables. No result is typed by hand. */
public final class Report {
  /** Its name in the folder it is written to. */
  public static final String NAME = "performance.md";

  private static final double QUIET = 0.5;

  private Report() {}

  /**
   * Writes the page and its plots into a folder, and what the guards cost into the page about their
   * limits, if the folder has one.
   */
  public static void write(Campaign campaign, Path folder) throws IOException {
    Files.createDirectories(folder);
    WholeFile.write(folder.resolve(NAME), page(campaign, Plots.write(campaign, folder)));
    GuardCost.writeInto(folder, campaign);
  }

  /**
   * Makes sure that a page about the limits of the guards has the place that is written to.
   *
   * @throws IOException if there is such a page, and it cannot be read or has no such place
   */
  public static void requirePlace(Path folder) throws IOException {
    GuardCost.requirePlace(folder);
  }

  static String page(Campaign campaign, Iterable<String> plots) {
    StringBuilder page = new StringBuilder(method());
    page.append("\n## Results\n\n").append(circumstances(campaign, campaign.settings() + "."));
    page.append("\n### Verdicts\n\n").append(verdicts(campaign));
    page.append(SpeedTables.of(campaign));
    page.append(GuardCost.table(campaign).under(GuardCost.TITLE, GuardCost.about(campaign)));
    page.append(GrowthTables.of(campaign));
    for (String plot : plots) {
      page.append("\n![%s](%s)\n".formatted(plot.replaceAll("\\.svg$", ""), plot));
    }
    return page.toString();
  }

  /** When, on what machine, how, and what there is to note. */
  static String circumstances(Campaign campaign, String settings) {
    StringBuilder text = new StringBuilder(where(campaign)).append(" %s\n".formatted(settings));
    for (String note : campaign.notes()) {
      text.append("\n- ").append(note);
    }
    return text.append(campaign.notes().isEmpty() ? "" : "\n").toString();
  }

  /** When and on what machine; first of all, what makes a run worth less. */
  private static String where(Campaign campaign) {
    Machine machine = campaign.machine();
    StringBuilder text = new StringBuilder();
    if (!campaign.effort().equals(Effort.FULL.label())) {
      text.append(
          "**This was a %s run: a look, not a result.** The full run is pending.\n\n"
              .formatted(campaign.effort()));
    }
    if (machine.loadBefore() > QUIET) {
      text.append("**The machine was not idle** when the run began.\n\n");
    }
    text.append(
        format(
            "%s; %s, %d cores, %d GiB, %s; load average %.2f before and %.2f after.",
            campaign.date(),
            machine.processor(),
            machine.cores(),
            machine.memoryGiB(),
            machine.system(),
            machine.loadBefore(),
            campaign.loadAfter()));
    if (campaign.code() != null) {
      text.append(" Code `%s`.".formatted(campaign.code()));
    }
    return text.toString();
  }

  /** What each threshold came to. */
  public static String verdicts(Campaign campaign) {
    MarkdownTable table = new MarkdownTable("to reach", "limit", "measured", "on", "verdict");
    for (Threshold threshold : Threshold.all()) {
      OptionalDouble measured = threshold.metric().of(campaign);
      table.row(
          threshold.says(),
          (threshold.bound() == Threshold.Bound.AT_LEAST ? ">= " : "<= ") + two(threshold.value()),
          measured.isPresent() ? format("%.3f", measured.getAsDouble()) : "",
          measured.isPresent() ? String.join(", ", threshold.metric().platforms(campaign)) : "",
          threshold.judge(campaign).words());
    }
    return table.toString();
  }

  static String two(double number) {
    return format("%.2f", number);
  }

  /** The same on every machine, whatever its language. */
  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** The median, and half the width of its interval if it has one. */
  static String interval(Estimate estimate) {
    String median = two(estimate.median());
    return estimate.hasInterval()
        ? format("%s ±%.0f %%", median, 100 * estimate.halfWidth())
        : median;
  }

  /** How sure the intervals are of cells with so many processes. */
  static String coverage(IntStream processes) {
    String each =
        processes
            .distinct()
            .sorted()
            .filter(count -> count > 1)
            .mapToObj(count -> format("%.0f %% with %d", 100 * Estimate.coverage(count), count))
            .collect(Collectors.joining(", "));
    return each.isEmpty()
        ? "One process has no interval."
        : "How often an interval encloses the median of all processes there could be: "
            + each
            + " of them.";
  }

  static String method() {
    try (InputStream in = Report.class.getResourceAsStream("method.md")) {
      if (in == null) {
        throw new IllegalStateException("method.md is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
