package dev.flagrant.harness.cli;

import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Option;

/** Which scenarios are run. */
final class ScenarioOptions {

  @Option(
      names = "--scenario",
      paramLabel = "REGEX",
      description =
          "Only scenarios whose name contains a match; flagrant check --list lists them all.")
  private String scenario = "";

  /** The scenarios, in the order of reports. */
  List<RaceScenario> chosen() throws UsageException {
    Pattern pattern;
    try {
      pattern = Pattern.compile(scenario);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--scenario: '%s' is no regular expression: %s".formatted(scenario, e.getDescription()));
    }
    List<RaceScenario> chosen =
        Scenarios.all().stream().filter(each -> pattern.matcher(each.name()).find()).toList();
    if (chosen.isEmpty()) {
      throw new UsageException(
          "--scenario: no scenario matches '%s'; see flagrant check --list".formatted(scenario));
    }
    return chosen;
  }
}
