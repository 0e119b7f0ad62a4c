package dev.flagrant.conformance.collections;

import java.util.List;
import java.util.Optional;

/**
 * The tests of other people's suites that GoMap does not pass, each with its reason: the one place
 * where a test may be left out. {@link SuppressedTestsTest} requires that each one exists and does
 * fail, so that none stays here longer than its reason.
 */
final class SuppressedTests {
  /** Two iterations over a GoMap do not have one order; that is Go's design and not a defect. */
  private static final String RANDOM_ORDER =
      "it expects two iterations over one map to have the same order";

  static final List<Suppressed> ALL =
      List.of(
          new Suppressed("MapToStringTester.testToString_formatting", RANDOM_ORDER),
          new Suppressed("MapToStringTester.testToStringWithNullKey", RANDOM_ORDER),
          new Suppressed("MapToStringTester.testToStringWithNullValue", RANDOM_ORDER));

  private SuppressedTests() {}

  /**
   * A test that is left out.
   *
   * @param test the simple name of its class, and its method
   * @param reason why
   */
  record Suppressed(String test, String reason) {}

  /** Whether a test is left out, and why. */
  static Optional<Suppressed> find(String test) {
    return ALL.stream().filter(each -> each.test().equals(test)).findFirst();
  }
}
