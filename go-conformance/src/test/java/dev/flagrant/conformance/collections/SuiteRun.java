package dev.flagrant.conformance.collections;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.opentest4j.TestAbortedException;

/** Runs tests of a suite outside of JUnit, those that are left out included. */
final class SuiteRun {
  private SuiteRun() {}

  /** The names of those that fail. */
  static Set<String> failures(Collection<SuiteCase> cases) {
    Set<String> failed = new TreeSet<>();
    for (SuiteCase each : cases) {
      if (fails(each)) {
        failed.add(each.test());
      }
    }
    return failed;
  }

  /** Whether one fails. A test that finds itself not applicable does not. */
  static boolean fails(SuiteCase single) {
    try {
      single.body().execute();
      return false;
    } catch (TestAbortedException notApplicable) {
      return false;
    } catch (Throwable failure) {
      return true;
    }
  }
}
