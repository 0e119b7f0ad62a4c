package dev.flagrant.harness.report;

import dev.flagrant.stress.run.StressPlan;
import dev.flagrant.stress.verdict.Evidence;
import dev.flagrant.stress.verdict.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes for people what stress tests have shown, and what they should have and have not. */
public final class StressReport {

  private static final String COMMON = "dev.flagrant.stress.";

  private final PrintWriter out;

  /** A report on this writer. */
  public StressReport(PrintWriter out) {
    this.out = out;
  }

  /**
   * Writes everything.
   *
   * @return whether all verdicts are met
   */
  public boolean write(Map<StressPlan, Verdict> verdicts) {
    boolean met = !verdicts.isEmpty();
    for (Map.Entry<StressPlan, Verdict> each : verdicts.entrySet()) {
      Verdict verdict = each.getValue();
      out.printf("%n%s%n", each.getKey().label());
      verdict.complaints().forEach((test, lines) -> write(test, lines, verdict));
      long bad = verdict.complaints().values().stream().filter(lines -> !lines.isEmpty()).count();
      out.printf(
          "%d of %d tests showed what they must: %s%n",
          verdict.complaints().size() - bad,
          verdict.complaints().size(),
          verdict.met() ? "met" : "NOT MET");
      met &= verdict.met();
    }
    out.flush();
    return met;
  }

  private void write(String test, List<String> complaints, Verdict verdict) {
    String name = test.startsWith(COMMON) ? test.substring(COMMON.length()) : test;
    Evidence shown = verdict.evidence(test);
    out.printf("%-4s %s", complaints.isEmpty() ? "ok" : "BAD", name);
    if (shown != null) {
      out.printf(
          ": %s samples, %d configurations; C2: %s",
          Numbers.count(shown.samples()),
          shown.configurations(),
          shown.compiled().entrySet().stream()
              .map(entry -> entry.getKey() + " " + Numbers.count(entry.getValue()))
              .collect(Collectors.joining("; ")));
    }
    out.println();
    complaints.forEach(line -> out.printf("     %s%n", line));
  }
}
