package dev.flagrant.conformance.collections;

import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.MapFeature;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestCase;
import junit.framework.TestSuite;

/** Guava's suite for implementations of {@link Map}. */
final class GuavaMapSuite {
  /** What GoMap promises; the features of Guava's that are missing here restrict a map. */
  private static final Feature<?>[] PROMISES = {
    MapFeature.GENERAL_PURPOSE,
    MapFeature.ALLOWS_NULL_KEYS,
    MapFeature.ALLOWS_NULL_VALUES,
    MapFeature.ALLOWS_ANY_NULL_QUERIES,
    CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
    CollectionFeature.SERIALIZABLE,
    CollectionSize.ANY
  };

  private GuavaMapSuite() {}

  /** The suite for one kind of GoMap; the structure of every map is checked after each test. */
  static List<SuiteCase> cases(Subjects subject) {
    MapsMade made = new MapsMade(subject);
    return cases(subject.name(), made::make, made::check);
  }

  /**
   * The suite for a map.
   *
   * @param name of the map
   * @param factory of empty maps
   * @param afterEach is run after each test that passed
   */
  static List<SuiteCase> cases(
      String name, Supplier<Map<String, String>> factory, Runnable afterEach) {
    TestSuite suite =
        MapTestSuiteBuilder.using(
                new TestStringMapGenerator() {
                  @Override
                  protected Map<String, String> create(Map.Entry<String, String>[] entries) {
                    Map<String, String> map = factory.get();
                    for (Map.Entry<String, String> entry : entries) {
                      map.put(entry.getKey(), entry.getValue());
                    }
                    return map;
                  }
                })
            .named(name)
            .withFeatures(PROMISES)
            .createTestSuite();
    return cases(suite.getName(), suite, afterEach).toList();
  }

  private static Stream<SuiteCase> cases(String group, Test test, Runnable afterEach) {
    if (test instanceof TestSuite suite) {
      return Collections.list(suite.tests()).stream()
          .flatMap(
              each ->
                  cases(
                      each instanceof TestSuite inner ? inner.getName() : group, each, afterEach));
    }
    TestCase single = (TestCase) test;
    return Stream.of(
        new SuiteCase(
            group,
            single.getClass().getSimpleName() + "." + methodOf(single),
            () -> {
              single.runBare();
              afterEach.run();
            }));
  }

  /** Guava adds the features of the map to the name of a test. */
  private static String methodOf(TestCase test) {
    return test.getName().split("[\\[( ]", 2)[0];
  }
}
