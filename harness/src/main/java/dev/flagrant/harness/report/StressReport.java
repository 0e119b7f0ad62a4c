package dev.flagrant.harness.report;

import dev.flagrant.stress.run.StressPlan;
import dev.flagrant.stress.verdict.Counted;
import dev.flagrant.stress.verdict.Evidence;
import dev.flagrant.stress.verdict.Requirement;
import dev.flagrant.stress.verdict.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
          "%d of %s showed what %s must: %s%n",
          verdict.complaints().size() - bad,
          Counted.of(verdict.complaints().size(), "test"),
          verdict.complaints().size() == 1 ? "it" : "they",
          verdict.met() ? "met" : "NOT MET");
      met &= verdict.met();
    }
    out.flush();
    return met;
  }

  /**
   * Writes a Markdown table of how often each outcome was seen that must be: one column for each
   * plan, counting where C2 compiled every actor.
   */
  public void writeTable(Map<StressPlan, Verdict> verdicts) {
    Set<StressPlan> plans = verdicts.keySet();
    row("test", "must be seen", "times", plans.stream().map(StressReport::column).toList());
    row("---", "---", "--:", plans.stream().map(plan -> "--:").toList());
    plans.stream()
        .flatMap(plan -> plan.requirements().tests().stream())
        .flatMap(StressReport::outcomes)
        .distinct()
        .forEach(outcome -> writeRow(outcome, verdicts));
    out.flush();
  }

  /** An outcome that must be seen so often of a test. */
  private record Required(String test, String outcome, long times) {}

  private static Stream<Required> outcomes(Requirement requirement) {
    return requirement.seen().entrySet().stream()
        .map(each -> new Required(requirement.test(), each.getKey(), each.getValue()));
  }

  private void writeRow(Required required, Map<StressPlan, Verdict> verdicts) {
    Pattern pattern = Pattern.compile(required.outcome);
    List<String> counts =
        verdicts.values().stream()
            .map(verdict -> verdict.evidence(required.test))
            .map(shown -> shown == null ? "-" : Numbers.count(shown.compiled(pattern)))
            .toList();
    if (counts.stream().anyMatch(count -> !count.equals("-"))) {
      row(
          "`" + shortName(required.test) + "`",
          "`" + required.outcome.replace("|", "\\|") + "`",
          Numbers.count(required.times),
          counts);
    }
  }

  private void row(String test, String outcome, String times, List<String> counts) {
    out.printf("| %s | %s | %s | %s |%n", test, outcome, times, String.join(" | ", counts));
  }

  private static String column(StressPlan plan) {
    List<String> words = new ArrayList<>(List.of(plan.jdk()));
    words.addAll(plan.jvmOptions());
    return String.join(" ", words);
  }

  private static String shortName(String test) {
    return test.startsWith(COMMON) ? test.substring(COMMON.length()) : test;
  }

  private void write(String test, List<String> complaints, Verdict verdict) {
    Evidence shown = verdict.evidence(test);
    out.printf("%-4s %s", complaints.isEmpty() ? "ok" : "BAD", shortName(test));
    if (shown != null) {
      out.printf(
          ": %s, %s; C2: %s",
          Counted.of(shown.samples(), "sample"),
          Counted.of(shown.configurations(), "configuration"),
          shown.compiled().entrySet().stream()
              .map(entry -> entry.getKey() + " " + Numbers.count(entry.getValue()))
              .collect(Collectors.joining("; ")));
    }
    out.println();
    complaints.forEach(line -> out.printf("     %s%n", line));
  }
}
