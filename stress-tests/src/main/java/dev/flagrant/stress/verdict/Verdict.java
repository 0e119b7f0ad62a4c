package dev.flagrant.stress.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** Compares results with what they must show. */
public final class Verdict {

  private final Map<String, Evidence> evidence = new TreeMap<>();
  private final Map<String, List<String>> complaints = new LinkedHashMap<>();
  private final Set<String> inconclusive = new TreeSet<>();

  private Verdict() {}

  /**
   * The verdict on results.
   *
   * @param requirements of all tests
   * @param mode whose effort the results must show
   * @param expected the names of the tests that must have been run
   * @param results of one JDK
   */
  public static Verdict of(
      Requirements requirements,
      String mode,
      Collection<String> expected,
      Collection<TestResult> results) {
    Verdict verdict = new Verdict();
    for (TestResult result : results) {
      verdict.evidence.computeIfAbsent(result.getName(), name -> new Evidence()).add(result);
    }
    Map<String, Requirement> byName = new TreeMap<>();
    requirements.tests().forEach(requirement -> byName.put(requirement.test(), requirement));
    TreeSet<String> all = new TreeSet<>(expected);
    all.addAll(verdict.evidence.keySet());
    for (String test : all) {
      verdict.judge(test, requirements.effort(mode), byName.get(test));
    }
    return verdict;
  }

  private void judge(String test, Requirements.Effort effort, @Nullable Requirement requirement) {
    Evidence shown = evidence.get(test);
    List<String> wrong = new ArrayList<>(faults(requirement, shown));
    if (requirement != null && shown != null) {
      List<String> lacks = lacks(effort, requirement, shown);
      if (wrong.isEmpty() && !lacks.isEmpty()) {
        inconclusive.add(test);
      }
      wrong.addAll(lacks);
    }
    complaints.put(test, wrong);
  }

  /** What no further sample can mend. */
  private static List<String> faults(@Nullable Requirement requirement, @Nullable Evidence shown) {
    List<String> found = new ArrayList<>();
    if (requirement == null) {
      found.add("nothing says what this test must show");
    }
    if (shown == null) {
      found.add("never run");
      return found;
    }
    if (requirement != null) {
      for (String outcome : requirement.never()) {
        long seen = shown.seen(Pattern.compile(outcome));
        if (seen > 0) {
          found.add("never to be seen under this guard: '" + outcome + "', " + times(seen));
        }
      }
    }
    shown.errors().forEach(error -> found.add("error: " + error));
    forbidden(requirement, shown)
        .forEach((outcome, count) -> found.add("forbidden: " + outcome + ", " + times(count)));
    return found;
  }

  private static String times(long count) {
    return Counted.of(count, "time");
  }

  private static Map<String, Long> forbidden(@Nullable Requirement requirement, Evidence shown) {
    String allowed = requirement == null ? null : requirement.allowed();
    return allowed == null ? shown.forbidden() : shown.others(Pattern.compile(allowed));
  }

  /** Of what there is too little. */
  private static List<String> lacks(
      Requirements.Effort effort, Requirement requirement, Evidence shown) {
    List<String> found = new ArrayList<>();
    int configurations = requirement.configurations(effort);
    if (shown.configurations() < configurations) {
      found.add(
          format(
              "%s, not %,d or more",
              Counted.of(shown.configurations(), "configuration"), configurations));
    }
    long least = requirement.samples(effort);
    if (shown.samples() < least) {
      found.add(format("%s, not %,d or more", Counted.of(shown.samples(), "sample"), least));
    }
    requirement
        .seen()
        .forEach(
            (outcome, count) -> {
              long seen = shown.compiled(Pattern.compile(outcome));
              if (seen < count) {
                found.add(format("'%s' seen %s, not %,d or more", outcome, times(seen), count));
              }
            });
    return found;
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  /** Whether every test was run and showed what it must, and nothing that it must not. */
  public boolean met() {
    return !complaints.isEmpty() && complaints.values().stream().allMatch(List::isEmpty);
  }

  /** For each test what is wrong with it, one line each; no lines if nothing is. */
  public Map<String, List<String>> complaints() {
    return complaints;
  }

  /** The tests that have shown nothing wrong, but too little: more samples may mend it. */
  public Set<String> inconclusive() {
    return inconclusive;
  }

  /** What a test has shown, or null if it was never run. */
  public @Nullable Evidence evidence(String test) {
    return evidence.get(test);
  }
}
