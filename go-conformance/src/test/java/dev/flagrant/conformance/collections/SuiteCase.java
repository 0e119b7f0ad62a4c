package dev.flagrant.conformance.collections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * One test of a suite that others wrote.
 *
 * @param group where it stands in its suite, for people
 * @param test the simple name of its class, and its method
 * @param body what it does
 */
record SuiteCase(String group, String test, Executable body) {
  /** The tests for JUnit, by their groups. One that is left out counts as skipped. */
  static Stream<DynamicNode> nodes(Collection<SuiteCase> cases) {
    Map<String, List<DynamicNode>> groups = new LinkedHashMap<>();
    for (SuiteCase each : cases) {
      groups.computeIfAbsent(each.group, group -> new ArrayList<>()).add(each.node());
    }
    return groups.entrySet().stream()
        .map(group -> DynamicContainer.dynamicContainer(group.getKey(), group.getValue()));
  }

  private DynamicNode node() {
    return DynamicTest.dynamicTest(
        test,
        () -> {
          SuppressedTests.find(test)
              .ifPresent(found -> Assumptions.abort("left out: " + found.reason()));
          body.execute();
        });
  }
}
