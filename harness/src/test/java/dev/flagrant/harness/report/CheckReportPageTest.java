package dev.flagrant.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flagrant.harness.check.CheckPlan;
import dev.flagrant.harness.check.CheckReport;
import dev.flagrant.harness.check.Expectation;
import dev.flagrant.harness.check.ScenarioReport;
import dev.flagrant.harness.check.Verdict;
import dev.flagrant.harness.hammer.Budget;
import dev.flagrant.harness.hammer.Example;
import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the report for programs describes the report as it is. */
class CheckReportPageTest {

  private static final Pattern FIELD = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  private static final ScenarioResult CLEAN =
      new ScenarioResult(10, 10, Map.of(RaceOutcome.CLEAN, 10L), Map.of(), 0, 0, 0, 0, List.of());

  private static final ScenarioResult DETECTED =
      new ScenarioResult(
          5,
          4,
          Map.of(RaceOutcome.DETECTED, 5L),
          Map.of(DetectionSite.START, 5L, DetectionSite.END, 3L),
          0,
          0,
          1_250,
          2_000,
          List.of(new Example(RaceOutcome.DETECTED, "told", "    at X.y")));

  private JsonNode json;
  private String page;

  @BeforeEach
  void writeAndRead(@TempDir Path folder) throws IOException {
    RaceScenario race = Scenarios.named("put/put same key");
    HammerOptions options = Budget.ofMillis(1500);
    ScenarioReport scenario = new ScenarioReport(race, DETECTED, CLEAN);
    Path file = folder.resolve("report.json");
    JsonReport.write(
        new CheckReport(
            "my.Map",
            new CheckPlan(List.of(race), options, options),
            List.of(scenario),
            List.of(),
            Verdict.of(List.of(scenario))),
        Expectation.ANY,
        "1.2.3",
        file);
    json = new ObjectMapper().readTree(file.toFile());
    page = Files.readString(Path.of("..", "docs", "check-report.md"));
  }

  private void assertDescribed(String heading, JsonNode object) {
    assertThat(page).contains("\n## " + heading + "\n");
    String section = page.split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
    List<String> described =
        FIELD.matcher(section).results().map((MatchResult match) -> match.group(1)).toList();
    assertThat(described).containsExactlyElementsOf(object::fieldNames);
  }

  @Test
  void everyFieldIsDescribedAndNoOther() {
    JsonNode scenario = json.get("scenarios").get(0);
    assertDescribed("The check", json);
    assertDescribed("The options", json.get("options"));
    assertDescribed("A scenario", scenario);
    assertDescribed("The trials of a race or a control", scenario.get("race"));
    assertDescribed("The trials of a race or a control", scenario.get("control"));
    assertDescribed("An example", scenario.get("race").get("examples").get(0));
  }

  @Test
  void everyOutcomeAndEverySiteIsNamed() {
    Arrays.stream(RaceOutcome.values())
        .forEach(outcome -> assertThat(page).contains("`" + outcome + "`"));
    Arrays.stream(DetectionSite.values())
        .forEach(site -> assertThat(page).contains("`" + site + "`"));
  }

  @Test
  void itSaysWhatWasRunAndByWhat() {
    assertThat(json.get("format").asInt()).isEqualTo(1);
    assertThat(json.get("flagrant").asText()).isEqualTo("1.2.3");
    assertThat(json.get("guard").asText()).isEqualTo("go");
    assertThat(Instant.parse(json.get("date").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(json.get("options").get("timeSeconds").asDouble()).isEqualTo(1.5);
    assertThat(json.get("options").get("trials").isNull()).isTrue();
    assertThat(json.get("options").get("hangSeconds").asDouble()).isPositive();
  }

  @Test
  void whereNothingWasDetectedThereIsNoTime() {
    JsonNode scenario = json.get("scenarios").get(0);
    assertThat(scenario.get("race").get("medianDetectionNanos").asLong()).isEqualTo(1_250);
    assertThat(scenario.get("control").get("medianDetectionNanos").isNull()).isTrue();
    assertThat(scenario.get("control").get("maxDetectionNanos").isNull()).isTrue();
  }
}
