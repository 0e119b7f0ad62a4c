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

/** GoMap keeps the contract of {@link Map}, as Apache Commons Collections tests it. */
class ApacheMapSuiteTest {
  @TestFactory
  Stream<DynamicNode> aMapOfObjectsIsAMap() {
    return SuiteCase.nodes(ApacheMapSuite.cases(Subjects.OBJECTS));
  }

  @TestFactory
  Stream<DynamicNode> aMapOfStringsIsAMap() {
    return SuiteCase.nodes(ApacheMapSuite.cases(Subjects.STRINGS));
  }

  @TestFactory
  Stream<DynamicNode> aMapWhoseKeysAllCollideIsAMap() {
    return SuiteCase.nodes(ApacheMapSuite.cases(Subjects.COLLIDING));
  }

  @ParameterizedTest
  @EnumSource
  void theSuiteIsWhole(Subjects subject) {
    assertThat(ApacheMapSuite.cases(subject)).hasSizeGreaterThan(120);
  }

  @Test
  void aMapWhoseRemoveAnswersNothingIsFound() {
    assertThat(SuiteRun.failures(ApacheMapSuite.cases("silent", SilentRemove::new, () -> {})))
        .contains("OfMap.testMapRemove");
  }

  private static final class SilentRemove<K, V> extends HashMap<K, V> {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable V remove(@Nullable Object key) {
      var unused = super.remove(key);
      return null;
    }
  }
}
