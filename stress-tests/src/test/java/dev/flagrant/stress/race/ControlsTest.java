package dev.flagrant.stress.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.stress.verdict.Requirement.Kind;
import dev.flagrant.stress.verdict.Requirements;
import dev.flagrant.testkit.RaceScenario;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.runners.TestList;

/** Which tests are controls: their scenarios say it, and not the names of their packages. */
class ControlsTest {

  private static final int FEWEST = 10;

  private final Map<String, RaceScenario> scenarios = new TreeMap<>();

  @BeforeEach
  void findTheScenarios() throws ReflectiveOperationException {
    for (String test : TestList.tests()) {
      Class<?> type = Class.forName(TestList.getInfo(test).binaryName());
      if (type.getConstructor().newInstance() instanceof ScenarioRace race) {
        scenarios.put(test, race.scenario());
      }
    }
  }

  @Test
  void aControlAcceptsNothingButTheCleanOutcome() {
    scenarios.values().removeIf(scenario -> !scenario.readOnly() && !scenario.control());
    assertThat(scenarios).hasSizeGreaterThanOrEqualTo(FEWEST);
    for (String test : scenarios.keySet()) {
      assertThat(TestList.getInfo(test).cases())
          .as(test)
          .filteredOn(outcome -> outcome.expect() != Expect.FORBIDDEN)
          .singleElement()
          .satisfies(outcome -> assertThat(outcome.matches("CLEAN")).isTrue());
    }
  }

  @Test
  void aTestIsJudgedOnAnyMapAsTheKindThatItsScenarioIs() {
    Requirements.load().tests().stream()
        .filter(requirement -> requirement.anyMap() != null)
        .forEach(
            requirement ->
                assertThat(requirement.anyMap())
                    .as(requirement.test())
                    .isEqualTo(kind(requirement.test())));
  }

  private Kind kind(String test) {
    RaceScenario scenario = Objects.requireNonNull(scenarios.get(test), test);
    if (scenario.control()) {
      return Kind.LOCKED;
    }
    return scenario.readOnly() ? Kind.READ_ONLY : Kind.RACE;
  }
}
