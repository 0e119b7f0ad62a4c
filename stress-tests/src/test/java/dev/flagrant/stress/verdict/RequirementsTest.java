package dev.flagrant.stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.stress.grow.PutIterateWhileGrowing;
import dev.flagrant.stress.grow.TwoIteratorStartsAndAGrowth;
import dev.flagrant.stress.iteratewrite.ClearIterate;
import dev.flagrant.stress.iteratewrite.PutIterate;
import dev.flagrant.stress.iteratewrite.RemoveIterate;
import dev.flagrant.stress.readwrite.PutPutGet;
import dev.flagrant.stress.run.Mode;
import dev.flagrant.stress.verdict.Requirement.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.vm.CompileMode;

/** The tests that there are, and what is required of them. */
class RequirementsTest {

  private static final int FEWEST = 20;

  private final Requirements requirements = Requirements.load();

  @Test
  void theListOfTestsIsNotEmptyAsItWouldBeWithoutJcstresssProcessor() {
    assertThat(TestList.tests()).hasSizeGreaterThanOrEqualTo(FEWEST);
  }

  @Test
  void everyTestHasARequirementAndEveryRequirementATest() {
    assertThat(requirements.tests())
        .extracting(Requirement::test)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(TestList.tests());
  }

  @Test
  void everyRequirementAsksForAnOutcomeToBeSeen() {
    assertThat(requirements.tests())
        .allSatisfy(
            requirement -> {
              assertThat(requirement.seen()).as(requirement.test()).isNotEmpty();
              assertThat(requirement.seen().values()).allMatch(count -> count > 0);
              requirement.seen().keySet().forEach(Pattern::compile);
            });
  }

  @Test
  void aGuardMayHaveRequirementsOfItsOwn() {
    for (Requirement requirement : requirements.tests()) {
      for (String guard : List.of("atomic", "stamp")) {
        Requirement other = requirement.under(guard);
        assertThat(other.seen()).as(requirement.test()).isNotEmpty();
        other.seen().keySet().forEach(Pattern::compile);
        other.never().forEach(Pattern::compile);
      }
      assertThat(requirement.under("volatile")).isEqualTo(requirement);
    }
  }

  /**
   * An iteration that was told under the guard stamp may have been so before it set its bits, and
   * need not have left any.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "go     | OK, OK, OK, none           | false",
        "atomic | OK, OK, OK, none           | true",
        "atomic | ITERATE, ITERATE, OK, none | true",
        "atomic | OK, ITERATE, OK, old       | false",
        "stamp  | OK, ITERATE, OK, none      | true",
        "stamp  | ITERATE, empty, OK, none   | true",
        "stamp  | ITERATE, ITERATE, OK, none | false",
        "stamp  | OK, OK, OK, both           | false"
      })
  void theBitsOfAnIterationAreLostToAGrowthUnderGosGuardOnly(
      String guard, String outcome, boolean refused) {
    assertThat(refuses(TwoIteratorStartsAndAGrowth.class, guard, outcome)).isEqualTo(refused);
  }

  private boolean refuses(Class<?> test, String guard, String outcome) {
    Requirement requirement =
        requirements.tests().stream()
            .filter(each -> each.test().equals(test.getName()))
            .findFirst()
            .orElseThrow();
    return requirement.under(guard).never().stream().anyMatch(outcome::matches);
  }

  /** A step that is checked at its end, too, cannot have met the growth half done. */
  @ParameterizedTest
  @CsvSource({"go, false", "atomic, false", "stamp, true"})
  void anIterationThatFindsNothingInAFullMapIsRefusedUnderTheGuardStampOnly(
      String guard, boolean refused) {
    Class<?> test = TwoIteratorStartsAndAGrowth.class;
    assertThat(refuses(test, guard, "OK, empty, OK, both")).isEqualTo(refused);
    assertThat(refuses(test, guard, "empty, ITERATE, OK, old")).isEqualTo(refused);
  }

  /** An iteration stores nothing but its bits, and one atomic write at a time stores the rest. */
  @ParameterizedTest
  @CsvSource({
    "go, LOST_UPDATE, false",
    "go, TORN, false",
    "atomic, LOST_UPDATE, true",
    "atomic, TORN, false",
    "stamp, LOST_UPDATE, true",
    "stamp, TORN, true"
  })
  void whatAReaderCannotSpoilIsRefusedWhereWritesAreAtomic(
      String guard, String outcome, boolean refused) {
    for (Class<?> test :
        List.of(
            PutIterate.class,
            RemoveIterate.class,
            ClearIterate.class,
            PutIterateWhileGrowing.class,
            PutPutGet.class)) {
      assertThat(refuses(test, guard, outcome)).as(test.getName()).isEqualTo(refused);
    }
  }

  @Test
  void aTestWithoutARaceIsNotTakenForOne() {
    for (Requirement requirement : requirements.tests()) {
      boolean clean =
          TestList.getInfo(requirement.test()).cases().stream()
              .filter(outcome -> outcome.expect() != Expect.FORBIDDEN)
              .allMatch(outcome -> outcome.matches("CLEAN"));
      if (requirement.anyMap() != null) {
        assertThat(requirement.anyMap() == Kind.RACE).as(requirement.test()).isNotEqualTo(clean);
        assertThat(requirement.anyMap() == Kind.LOCKED)
            .as(requirement.test())
            .isEqualTo(requirement.test().contains(".control.Locked"));
      }
    }
  }

  @Test
  void whatIsExpectedOfAMapIsAskedOfEveryTestThatRunsOnAnyMap() {
    for (Expected expected : Expected.values()) {
      assertThat(requirements.of(expected).tests())
          .as(expected.toString())
          .hasSizeGreaterThanOrEqualTo(FEWEST)
          .allSatisfy(
              requirement -> {
                assertThat(requirement.anyMap()).isNotNull();
                assertThat(requirement.guards()).isEmpty();
                assertThat("CLEAN").matches(String.valueOf(requirement.allowed()));
              });
      assertThat(Expected.named(expected.toString())).isEqualTo(expected);
    }
  }

  @Test
  void everyModeHasItsEffort() {
    assertThat(requirements.modes().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Mode.values()).map(Mode::label).toList());
  }

  /**
   * A JDK without biased locking has two configurations of the JVM, and for each of them JCStress
   * takes every way of compiling the actors; for the second, which lets C2 choose at random, only
   * those in which C2 compiles one.
   */
  @Test
  void noModeAsksForMoreConfigurationsOfATestThanThereAre() {
    for (Requirement requirement : requirements.tests()) {
      int actors = TestList.getInfo(requirement.test()).threads();
      int[] ways = CompileMode.casesFor(actors, true, true);
      long there =
          ways.length + Arrays.stream(ways).filter(way -> CompileMode.hasC2(way, actors)).count();
      for (Mode mode : List.of(Mode.DEFAULT, Mode.TOUGH)) {
        assertThat((long) requirement.configurations(requirements.effort(mode.label())))
            .as("%s, %s", requirement.test(), mode)
            .isLessThanOrEqualTo(there);
      }
    }
  }

  @Test
  void everyTestCanBePrepared() {
    assertThat(TestList.tests())
        .allSatisfy(
            test ->
                assertThat(
                        Class.forName(TestList.getInfo(test).binaryName())
                            .getConstructor()
                            .newInstance())
                    .isNotNull());
  }

  @Test
  void everyOutcomeIsExplained() {
    for (String test : TestList.tests()) {
      TestInfo info = TestList.getInfo(test);
      assertThat(info.cases()).as(test).isNotEmpty();
      for (StateCase outcome : info.cases()) {
        assertThat(outcome.description()).as(test + " " + outcome).hasSizeGreaterThan(15);
      }
    }
  }

  @Test
  void whatAGuardMustNeverLeaveIsAnOutcomeThatTheTestItselfAccepts() {
    for (Requirement requirement : requirements.tests()) {
      List<String> accepted =
          TestList.getInfo(requirement.test()).cases().stream()
              .filter(outcome -> outcome.expect() != Expect.FORBIDDEN)
              .map(StateCase::matchPattern)
              .toList();
      Stream.concat(
              requirement.never().stream(),
              requirement.guards().values().stream().flatMap(each -> each.never().stream()))
          .forEach(
              never ->
                  assertThat(accepted)
                      .as(requirement.test() + " must never show " + never)
                      .anyMatch(id -> id.equals(never) || Pattern.matches(never, id)));
    }
  }
}
