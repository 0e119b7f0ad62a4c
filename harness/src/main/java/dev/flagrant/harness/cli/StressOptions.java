package dev.flagrant.harness.cli;

import dev.flagrant.harness.check.Expectation;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.Guards;
import dev.flagrant.stress.run.Jdk;
import dev.flagrant.stress.run.Mode;
import dev.flagrant.stress.run.Shard;
import dev.flagrant.stress.run.StressPlan;
import dev.flagrant.stress.run.UnusableException;
import dev.flagrant.stress.verdict.Expected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what {@code flagrant stress} runs, and on which JDKs. */
final class StressOptions {
  private static final String OF_THE_MAP = "dev.flagrant.";

  @Option(
      names = "--map",
      paramLabel = "CLASS",
      description =
          "The map to race: a public java.util.Map class with a public constructor without"
              + " parameters. Default: Go's map, ${DEFAULT-VALUE}. Another map runs the tests that"
              + " do not look into Go's.")
  private String map = GoMap.class.getName();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and folders that come before flagrant's own classes.")
  private String classPath = "";

  @Option(
      names = "--expect",
      paramLabel = "VERDICT",
      converter = ExpectationConverter.class,
      description = "Of another map than Go's: fail-fast, thread-safe or any. Default: any.")
  private @Nullable Expectation expected;

  @Option(
      names = "--detects",
      paramLabel = "CLASS",
      description =
          "A further throwable by which the map tells of a race; java.util."
              + "ConcurrentModificationException and the error of Go's map are known.")
  private List<String> detects = new ArrayList<>();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "smoke, quick, default or tough: minutes to days. Default: quick.")
  private String mode = Mode.QUICK.label();

  @Option(
      names = "--tests",
      paramLabel = "REGEX",
      description = "Only tests whose name contains a match; see --list.")
  private String tests = "";

  @Option(
      names = "--jdk",
      paramLabel = "PATH",
      description = "Folder of a JDK, 17 or newer; may be repeated. Default: the running one.")
  private List<Path> jdks = new ArrayList<>();

  @Option(
      names = "--jvm-option",
      paramLabel = "OPTION",
      description = "For every JVM that runs a test, as -XX:+UseSerialGC; may be repeated.")
  private List<String> jvmOptions = new ArrayList<>();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Only the I-th of N parts of the tests; --merge brings them together.")
  private String shard = Shard.WHOLE.toString();

  /**
   * What is run on one JDK.
   *
   * @param plan what
   * @param jdk on which
   */
  record Run(StressPlan plan, Jdk jdk) {}

  /** A run for each JDK. */
  List<Run> runs() throws UsageException, UnusableException {
    requirePattern();
    requireThatTheMapIsSetHere();
    MergeOptions.requireNamed("--jdk", jdks);
    if (jvmOptions.stream().anyMatch(String::isBlank)) {
      throw new UsageException("--jvm-option: it is empty; give one, as -XX:+UseSerialGC");
    }
    for (String option : jvmOptions) {
      if (option.chars().anyMatch(each -> Character.isWhitespace(each) || each == '"')) {
        throw new UsageException(
            ("--jvm-option: '%s' has a space or a quote in it, where JCStress would cut it; give one"
                    + " option a time")
                .formatted(option));
      }
    }
    Mode chosen = chosenMode();
    Shard part = chosenShard();
    Expected expect = chosenExpectation();
    List<Run> runs = new ArrayList<>();
    for (Jdk jdk : installed()) {
      StressPlan plan =
          new StressPlan(map, expect, detects, chosen, jdk.label(), tests, jvmOptions, part);
      if (plan.selected().isEmpty()) {
        throw new UsageException(
            "--tests: no test of shard %s matches '%s'; see flagrant stress --list"
                .formatted(part, tests));
      }
      runs.add(new Run(plan, jdk));
    }
    requireGuard(runs.get(0).plan);
    return runs;
  }

  /**
   * What this JVM was given reaches those that run tests or does not, as it came from an
   * environment or not; and the requirements go by the options of the plan.
   */
  private void requireThatTheMapIsSetHere() throws UsageException {
    for (String property : System.getProperties().stringPropertyNames()) {
      if (property.startsWith(OF_THE_MAP)) {
        throw new UsageException(
            "-D%s: tests run in JVMs of their own; give it as --jvm-option=-D%s=%s"
                .formatted(property, property, System.getProperty(property)));
      }
    }
    for (String option : jvmOptions) {
      if (option.equals(MapProperties.HALTS)) {
        throw new UsageException(
            "--jvm-option: %s would end each JVM at its first detection; run without it"
                .formatted(option));
      }
    }
  }

  /** The JDKs, no two with one label: the runs of one campaign are told apart by it. */
  private Collection<Jdk> installed() throws UsageException, UnusableException {
    if (jdks.isEmpty()) {
      return List.of(Jdk.current());
    }
    Map<String, Jdk> byLabel = new LinkedHashMap<>();
    for (Path home : jdks) {
      Jdk jdk = Jdk.at(home);
      if (byLabel.putIfAbsent(jdk.label(), jdk) != null) {
        throw new UsageException(
            "--jdk: two of them are %s, and their results would count as one's; run %s by itself"
                .formatted(jdk.label(), home));
      }
    }
    return byLabel.values();
  }

  private static void requireGuard(StressPlan plan) throws UsageException {
    try {
      Guards.require(plan.guard());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--jvm-option: " + e.getMessage());
    }
  }

  private void requirePattern() throws UsageException {
    try {
      Pattern.compile(tests);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--tests: '%s' is no regular expression: %s".formatted(tests, e.getDescription()));
    }
  }

  /** None for Go's map, of which the tests say themselves what it must show. */
  private @Nullable Expected chosenExpectation() throws UsageException {
    if (!map.equals(GoMap.class.getName())) {
      return expected == null ? Expected.ANY : Expected.valueOf(expected.name());
    }
    if (expected != null && expected != Expectation.FAIL_FAST) {
      throw new UsageException(
          "--expect: Go's map is fail-fast, and its own requirements say how; leave it out, or name"
              + " another --map");
    }
    return null;
  }

  private Mode chosenMode() throws UsageException {
    for (Mode each : Mode.values()) {
      if (each.label().equals(mode)) {
        return each;
      }
    }
    throw new UsageException(
        "--mode: '" + mode + "' is none; it is smoke, quick, default or tough");
  }

  private Shard chosenShard() throws UsageException {
    try {
      return Shard.parse(shard);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--shard: " + e.getMessage());
    }
  }

  /** Jars and folders that come before flagrant's own. */
  String classPath() {
    return classPath;
  }

  /** Tries whether the map can be made, and the JVMs take their options, before hours are spent. */
  void requireUsable(List<Run> runs) throws IOException, UsageException, UnusableException {
    if (!map.equals(GoMap.class.getName()) || !classPath.isEmpty() || !detects.isEmpty()) {
      SubjectOptions.requireUsable(map, classPath, detects);
    }
    for (Run run : runs) {
      run.jdk.requireAccepts(jvmOptions);
    }
  }
}
