package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.MapFeature;
import com.google.common.collect.testing.testers.MapToStringTester;
import dev.flagrant.map.runtime.Invariants;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestCase;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Guava's suite for implementations of {@link Map}, run on GoMaps of several kinds. */
class MapConformanceTest {
  private static final Feature<?>[] PROMISES = {
    MapFeature.GENERAL_PURPOSE,
    MapFeature.ALLOWS_NULL_KEYS,
    MapFeature.ALLOWS_NULL_VALUES,
    MapFeature.ALLOWS_ANY_NULL_QUERIES,
    CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
    CollectionFeature.SERIALIZABLE,
    CollectionSize.ANY
  };

  @TestFactory
  Stream<DynamicNode> aMapOfObjectsIsAMap() {
    return conformance("objects", GoMap::new);
  }

  @TestFactory
  Stream<DynamicNode> aMapOfStringsIsAMap() {
    return conformance("strings", () -> GoMap.make(KeyTypes.strings()));
  }

  @TestFactory
  Stream<DynamicNode> aMapWhoseKeysAllCollideIsAMap() {
    return conformance("colliding", () -> GoMap.make(Colliding.KEYS));
  }

  /** One chain of buckets for everything. An enum, so that a map of it can be serialized. */
  private enum Colliding implements KeyType<Object> {
    KEYS;

    @Override
    public long hash(Object key, int seed) {
      return seed;
    }

    @Override
    public boolean equal(Object key, Object stored) {
      return key.equals(stored);
    }
  }

  /** The suite would have to find a map that breaks its promises. */
  @org.junit.jupiter.api.Test
  void aMapThatForgetsNullValuesDoesNotConform() {
    Supplier<Map<String, String>> forgetful =
        () ->
            new HashMap<>() {
              private static final long serialVersionUID = 1L;

              @Override
              public String put(String key, String value) {
                return value == null ? remove(key) : super.put(key, value);
              }
            };
    List<String> failures = new ArrayList<>();
    cases(suite("forgetful", forgetful, new ArrayList<>()))
        .forEach(
            test -> {
              try {
                test.runBare();
              } catch (Throwable e) {
                failures.add(test.getName());
              }
            });
    assertThat(failures).anyMatch(name -> name.startsWith("testPut_nullValue"));
  }

  private static Stream<DynamicNode> conformance(
      String name, Supplier<Map<String, String>> factory) {
    List<GoMap<?, ?>> made = new ArrayList<>();
    Supplier<Map<String, String>> remembering =
        () -> {
          Map<String, String> map = factory.get();
          made.add((GoMap<?, ?>) map);
          return map;
        };
    return Collections.list(suite(name, remembering, made).tests()).stream()
        .map(test -> node(test, made));
  }

  private static TestSuite suite(
      String name, Supplier<Map<String, String>> factory, List<GoMap<?, ?>> made) {
    made.clear();
    return MapTestSuiteBuilder.using(
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
        // These expect two iterations to have one order; MapEqualityTest is about toString.
        .suppressing(
            Stream.of(MapToStringTester.class.getMethods())
                .filter(method -> method.getName().startsWith("testToString"))
                .toArray(Method[]::new))
        .createTestSuite();
  }

  private static DynamicNode node(Test test, List<GoMap<?, ?>> made) {
    if (test instanceof TestSuite suite) {
      return DynamicContainer.dynamicContainer(
          suite.getName(), Collections.list(suite.tests()).stream().map(each -> node(each, made)));
    }
    TestCase single = (TestCase) test;
    return DynamicTest.dynamicTest(
        single.getName(),
        () -> {
          made.clear();
          single.runBare();
          made.forEach(Invariants::check);
        });
  }

  private static Stream<TestCase> cases(Test test) {
    return test instanceof TestSuite suite
        ? Collections.list(suite.tests()).stream().flatMap(MapConformanceTest::cases)
        : Stream.of((TestCase) test);
  }
}
