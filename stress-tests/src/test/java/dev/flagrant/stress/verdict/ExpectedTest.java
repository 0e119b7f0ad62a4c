package dev.flagrant.stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** The verdict on a map other than Go's, which is by what is expected of it. */
class ExpectedTest {

  private static final String RACE = "dev.flagrant.stress.readwrite.PutGet";
  private static final String READS = "dev.flagrant.stress.iterateiterate.GetIterate";
  private static final String LOCKED = "dev.flagrant.stress.control.LockedPutGet";
  private static final long MANY = 5_000;

  /** What is wrong with many clean samples of a test and some of another outcome. */
  private static List<String> complaints(Expected expected, String test, String outcome, long times)
      throws IOException {
    TestResult result =
        new TestResult(Status.NORMAL) {
          private static final long serialVersionUID = 1L;

          @Override
          public String getName() {
            return test;
          }
        };
    result.setConfig(ResultFiles.in(RecordedRuns.folder("good")).get(0).getConfig());
    Map.of("CLEAN", MANY, outcome, times).forEach(result::addState);
    Requirements requirements = Requirements.load().of(expected);
    Verdict verdict = Verdict.of(requirements, "smoke", List.of(test), List.of(result));
    return List.copyOf(verdict.complaints().getOrDefault(test, List.of("not judged")));
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL_FAST, DETECTED",
    "FAIL_FAST, DETECTED START",
    "FAIL_FAST, DETECTED START+ITERATE",
    "ANY, DETECTED",
    "ANY, LOST_UPDATE",
    "ANY, TORN",
    "ANY, JVM_EXCEPTION"
  })
  void aRaceMayEndAsIsExpectedAtWhicheverSite(Expected expected, String outcome)
      throws IOException {
    assertThat(complaints(expected, RACE, outcome, 9)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL_FAST, JVM_EXCEPTION",
    "THREAD_SAFE, DETECTED",
    "THREAD_SAFE, LOST_UPDATE",
    "THREAD_SAFE, TORN",
    "THREAD_SAFE, JVM_EXCEPTION"
  })
  void oneRaceThatEndsOtherwiseIsNot(Expected expected, String outcome) throws IOException {
    assertThat(complaints(expected, RACE, outcome, 1))
        .contains("forbidden: " + outcome + ", 1 time");
  }

  @ParameterizedTest
  @CsvSource({"LOST_UPDATE, 0", "LOST_UPDATE, 9", "DETECTED, 2"})
  void aFailFastMapThatDetectsTooLittleIsNot(String outcome, long times) throws IOException {
    long seen = outcome.equals("DETECTED") ? times : 0;
    assertThat(complaints(Expected.FAIL_FAST, RACE, outcome, times))
        .containsExactly("'DETECTED.*' seen " + seen + " times, not 3 or more");
  }

  @ParameterizedTest
  @CsvSource({"THREAD_SAFE", "ANY"})
  void aMapThatNeedNotDetectIsNotRequiredTo(Expected expected) throws IOException {
    assertThat(complaints(expected, RACE, "TORN", 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"FAIL_FAST", "THREAD_SAFE", "ANY"})
  void aMapThatFailsUnderALockIsNeverAsExpected(Expected expected) throws IOException {
    assertThat(complaints(expected, LOCKED, "DETECTED", 1))
        .containsExactly("forbidden: DETECTED, 1 time");
    assertThat(complaints(expected, LOCKED, "LOST_UPDATE", 1))
        .containsExactly("forbidden: LOST_UPDATE, 1 time");
  }

  @ParameterizedTest
  @CsvSource({"FAIL_FAST, 1", "THREAD_SAFE, 1", "ANY, 0"})
  void aFalseAlarmAmongReadersIsNotUnlessNothingIsExpected(Expected expected, int complaints)
      throws IOException {
    assertThat(complaints(expected, READS, "DETECTED", 1)).hasSize(complaints);
  }
}
