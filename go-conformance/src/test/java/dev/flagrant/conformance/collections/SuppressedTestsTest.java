package dev.flagrant.conformance.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.conformance.collections.SuppressedTests.Suppressed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Nothing is left out of a suite that could be put back. */
class SuppressedTestsTest {
  /** So often a test whose outcome hangs on a random order is given the chance to fail. */
  private static final int ATTEMPTS = 100;

  static final List<Suppressed> SUPPRESSED = SuppressedTests.ALL;

  @ParameterizedTest
  @FieldSource("SUPPRESSED")
  void aTestThatIsLeftOutExistsAndFails(Suppressed suppressed) {
    assertThat(suppressed.reason()).isNotBlank();
    List<SuiteCase> named =
        Stream.concat(
                GuavaMapSuite.cases(Subjects.OBJECTS).stream(),
                ApacheMapSuite.cases(Subjects.OBJECTS).stream())
            .filter(each -> each.test().equals(suppressed.test()))
            .toList();
    assertThat(named).isNotEmpty();
    assertThat(named).anyMatch(SuppressedTestsTest::failsOnce);
  }

  private static boolean failsOnce(SuiteCase each) {
    return Stream.generate(() -> each).limit(ATTEMPTS).anyMatch(SuiteRun::fails);
  }
}
