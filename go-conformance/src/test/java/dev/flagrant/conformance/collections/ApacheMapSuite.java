package dev.flagrant.conformance.collections;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.collections4.BulkTest;
import org.apache.commons.collections4.collection.AbstractCollectionTest;
import org.apache.commons.collections4.map.AbstractMapTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The suite of Apache Commons Collections for implementations of {@link Map}. JUnit by itself would
 * run the tests of the map and pass over those of the three views, which are objects that the map's
 * test makes.
 */
final class ApacheMapSuite {
  private ApacheMapSuite() {}

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
    List<SuiteCase> cases = new ArrayList<>();
    add(cases, name, afterEach, () -> new OfMap(factory));
    add(cases, name + " entrySet", afterEach, () -> new OfMap(factory).bulkTestMapEntrySet());
    add(cases, name + " keySet", afterEach, () -> new OfMap(factory).bulkTestMapKeySet());
    add(cases, name + " values", afterEach, () -> new OfMap(factory).bulkTestMapValues());
    return cases;
  }

  private static void add(
      List<SuiteCase> cases, String group, Runnable afterEach, Supplier<BulkTest> tests) {
    Class<?> type = tests.get().getClass();
    annotated(type, Test.class)
        .forEach(
            method ->
                cases.add(
                    new SuiteCase(
                        group,
                        type.getSimpleName() + "." + method.getName(),
                        () -> {
                          run(tests.get(), method);
                          afterEach.run();
                        })));
  }

  private static void run(BulkTest test, Method method) throws Throwable {
    try {
      invoke(test, method);
    } finally {
      for (Method after : annotated(test.getClass(), AfterEach.class).toList()) {
        invoke(test, after);
      }
    }
  }

  private static void invoke(BulkTest test, Method method) throws Throwable {
    try {
      method.invoke(test);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Stream<Method> annotated(Class<?> type, Class<? extends Annotation> annotation) {
    return Stream.of(type.getMethods())
        .filter(method -> !method.isBridge() && inherited(type, method, annotation))
        .sorted(Comparator.comparing(Method::getName));
  }

  /** An override of a test method need not repeat the annotation to be meant as one. */
  private static boolean inherited(
      Class<?> type, Method method, Class<? extends Annotation> annotation) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Method declared : at.getDeclaredMethods()) {
        if (declared.getName().equals(method.getName())
            && declared.getParameterCount() == 0
            && method.getParameterCount() == 0
            && declared.isAnnotationPresent(annotation)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What the suite asks of a map of its own accord. */
  static final class OfMap extends AbstractMapTest<Map<String, String>, String, String> {
    private final Supplier<Map<String, String>> factory;

    OfMap(Supplier<Map<String, String>> factory) {
      this.factory = factory;
    }

    @Override
    public Map<String, String> makeObject() {
      return factory.get();
    }

    /** A GoMap may be changed by the thread that iterates over it. */
    @Override
    public boolean isFailFastExpected() {
      return false;
    }

    @Override
    protected int getIterationBehaviour() {
      return AbstractCollectionTest.UNORDERED;
    }

    /** There are no serialized forms of an older GoMap to be compatible with. */
    @Override
    protected boolean skipSerializedCanonicalTests() {
      return true;
    }
  }
}
