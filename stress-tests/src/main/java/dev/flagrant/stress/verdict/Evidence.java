package dev.flagrant.stress.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.vm.CompileMode;

/** What all results of one test show together. */
public final class Evidence {

  private final Set<List<?>> configurations = new HashSet<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<String, Long> compiled = new TreeMap<>();
  private final Map<String, Long> forbidden = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();
  private long samples;

  /** Nothing yet. */
  public Evidence() {}

  /** Adds one result: what one JVM saw in one configuration. */
  public void add(TestResult result) {
    TestConfig config = result.getConfig();
    if (result.status() != Status.NORMAL) {
      errors.add(
          result.status()
              + result.getMessages().stream().findFirst().map(line -> ": " + line).orElse(""));
      return;
    }
    configurations.add(List.of(config.jvmArgs, config.compileMode));
    samples += result.getTotalCount();
    for (GradingResult grade : result.grading().gradingResults.values()) {
      if (grade.expect != Expect.ACCEPTABLE
          && grade.expect != Expect.ACCEPTABLE_INTERESTING
          && grade.count > 0) {
        forbidden.merge(grade.id, grade.count, Long::sum);
      }
    }
    boolean byC2 = isCompiledByC2(config.jvmArgs, config.compileMode, config.threads);
    for (String state : result.getStateKeys()) {
      outcomes.merge(state, result.getCount(state), Long::sum);
      if (byC2) {
        compiled.merge(state, result.getCount(state), Long::sum);
      }
    }
  }

  /** Whether every actor ran as C2 compiled it, but for the time before that. */
  static boolean isCompiledByC2(List<String> jvmArgs, int compileMode, int actors) {
    if (jvmArgs.contains("-Xint")) {
      return false;
    }
    if (compileMode == CompileMode.UNIFIED) {
      return jvmArgs.lastIndexOf("-XX:-TieredCompilation")
          > jvmArgs.lastIndexOf("-XX:+TieredCompilation");
    }
    for (int actor = 0; actor < actors; actor++) {
      if (!CompileMode.isC2(compileMode, actor)) {
        return false;
      }
    }
    return true;
  }

  /** How many different configurations of the JVM it ran in without an error. */
  public int configurations() {
    return configurations.size();
  }

  /** Samples over all configurations. */
  public long samples() {
    return samples;
  }

  /** Outcomes and how often each was seen where C2 compiled every actor. */
  public Map<String, Long> compiled() {
    return compiled;
  }

  /** How often outcomes that match were seen where C2 compiled every actor. */
  public long compiled(Pattern pattern) {
    return count(compiled, pattern);
  }

  /** How often outcomes that match were seen in any configuration. */
  long seen(Pattern pattern) {
    return count(outcomes, pattern);
  }

  private static long count(Map<String, Long> counts, Pattern pattern) {
    return counts.entrySet().stream()
        .filter(entry -> pattern.matcher(entry.getKey()).matches())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Outcomes that the test itself forbids, and how often each was seen in any configuration. */
  Map<String, Long> forbidden() {
    return forbidden;
  }

  /** Outcomes that do not match, and how often each was seen in any configuration. */
  Map<String, Long> others(Pattern allowed) {
    Map<String, Long> others = new TreeMap<>(outcomes);
    others.keySet().removeIf(allowed.asMatchPredicate());
    others.values().removeIf(count -> count == 0);
    return others;
  }

  /** Results that are none: JVMs that crashed, tests that threw. */
  List<String> errors() {
    return errors;
  }
}
