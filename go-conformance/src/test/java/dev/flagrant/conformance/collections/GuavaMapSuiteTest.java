package dev.flagrant.conformance.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** GoMap keeps the contract of {@link Map}, as Guava tests it. */
class GuavaMapSuiteTest {
  @TestFactory
  Stream<DynamicNode> aMapOfObjectsIsAMap() {
    return SuiteCase.nodes(GuavaMapSuite.cases(Subjects.OBJECTS));
  }

  @TestFactory
  Stream<DynamicNode> aMapOfStringsIsAMap() {
    return SuiteCase.nodes(GuavaMapSuite.cases(Subjects.STRINGS));
  }

  @TestFactory
  Stream<DynamicNode> aMapWhoseKeysAllCollideIsAMap() {
    return SuiteCase.nodes(GuavaMapSuite.cases(Subjects.COLLIDING));
  }

  @ParameterizedTest
  @EnumSource
  void theSuiteIsWhole(Subjects subject) {
    assertThat(GuavaMapSuite.cases(subject)).hasSizeGreaterThan(1000);
  }

  @Test
  void aMapThatForgetsNullValuesIsFound() {
    assertThat(
            SuiteRun.failures(GuavaMapSuite.cases("forgetful", ForgetsNullValues::new, () -> {})))
        .contains("MapPutTester.testPut_nullValueSupported");
  }

  private static final class ForgetsNullValues<K, V> extends HashMap<K, V> {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable V put(K key, @Nullable V value) {
      return value == null ? remove(key) : super.put(key, value);
    }
  }
}
