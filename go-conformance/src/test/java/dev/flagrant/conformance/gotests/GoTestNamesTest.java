package dev.flagrant.conformance.gotests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Each test of Go's map is here under its name or in the table of those replaced, and nothing is
 * here under a name that Go does not have.
 */
class GoTestNamesTest {
  private static final List<Class<?>> CLASSES =
      List.of(
          RuntimeMapTest.class,
          RuntimeMapKeyTest.class,
          RuntimeMapIterationTest.class,
          CrashTest.class,
          ReflectMapTest.class,
          HashTest.class);

  private static final Pattern NAME = Pattern.compile("(?m)^(Test\\w+)$");

  /** A name of Go's, the reason, and the test that stands in. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(Test\\w+)` \\| ([^|]+) \\| `(\\w+)\\.(\\w+)` \\|$");

  @Test
  void everyTestOfGosIsHereOrInTheTable() throws IOException {
    Accounts accounts = new Accounts(goNames(), methods(CLASSES), rows(table()));

    accounts.check();
    assertThat(accounts.goNames).hasSize(63);
  }

  @Test
  void everyTestThatStandsInExists() throws IOException {
    Set<String> tests = new HashSet<>();
    for (Class<?> type : CLASSES) {
      for (Method method : type.getDeclaredMethods()) {
        if (isTest(method)) {
          tests.add(type.getSimpleName() + "." + method.getName());
        }
      }
    }

    assertThat(rows(table()).values()).isNotEmpty().allMatch(tests::contains);
  }

  @Test
  void whatIsWrongWithTheNamesIsReported() {
    Set<String> go = Set.of("TestA", "TestB");
    assertBroken(new Accounts(go, Map.of("TestA", "a"), Map.of()), "missing: [TestB]");
    assertBroken(
        new Accounts(go, Map.of("TestA", "a", "TestB", "b", "TestC", "c"), Map.of()),
        "Go has none of that name: [TestC]");
    assertBroken(
        new Accounts(go, Map.of("TestA", "a"), Map.of("TestB", "X.y", "TestD", "X.y")),
        "Go has none of that name: [TestD]");
    assertBroken(
        new Accounts(go, Map.of("TestA", "a", "TestB", "b"), Map.of("TestB", "X.y")),
        "both a test and in the table: [TestB]");
    assertBroken(
        new Accounts(go, Map.of("TestA", "a", "TestB", "bee"), Map.of()),
        "TestB is the method bee, not b");
    new Accounts(go, Map.of("TestA", "a"), Map.of("TestB", "X.y")).check();
  }

  private static void assertBroken(Accounts accounts, String message) {
    assertThatThrownBy(accounts::check).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  /**
   * What is to be compared.
   *
   * @param goNames the tests that Go has
   * @param methods the tests here: Go's name, and the method's
   * @param rows the tests replaced: Go's name, and the test that stands in
   */
  private record Accounts(
      Set<String> goNames, Map<String, String> methods, Map<String, String> rows) {
    void check() {
      Set<String> both = new HashSet<>(methods.keySet());
      both.retainAll(rows.keySet());
      requireEmpty(both, "both a test and in the table");
      Set<String> accounted = new HashSet<>(methods.keySet());
      accounted.addAll(rows.keySet());
      requireEmpty(without(goNames, accounted), "missing");
      requireEmpty(without(accounted, goNames), "Go has none of that name");
      methods.forEach(
          (name, method) -> {
            String expected = name.substring(4, 5).toLowerCase(Locale.ROOT) + name.substring(5);
            if (!method.equals(expected)) {
              throw new AssertionError(name + " is the method " + method + ", not " + expected);
            }
          });
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
      Set<String> rest = new HashSet<>(names);
      rest.removeAll(others);
      return rest;
    }

    private static void requireEmpty(Set<String> names, String wrong) {
      if (!names.isEmpty()) {
        throw new AssertionError(wrong + ": " + names.stream().sorted().toList());
      }
    }
  }

  private static Set<String> goNames() throws IOException {
    try (InputStream list = GoTestNamesTest.class.getResourceAsStream("go-test-names.txt")) {
      assertThat(list).isNotNull();
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      List<String> names = new ArrayList<>();
      Matcher matcher = NAME.matcher(text);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
      assertThat(names).doesNotHaveDuplicates();
      return Set.copyOf(names);
    }
  }

  /** The methods that say by their display name that they are a test of Go's. */
  private static Map<String, String> methods(List<Class<?>> classes) {
    Map<String, String> methods = new TreeMap<>();
    for (Class<?> type : classes) {
      for (Method method : type.getDeclaredMethods()) {
        DisplayName name = method.getAnnotation(DisplayName.class);
        if (name != null) {
          assertThat(isTest(method)).as(method.getName()).isTrue();
          assertThat(methods.put(name.value(), method.getName())).as(name.value()).isNull();
        }
      }
    }
    return methods;
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static Map<String, String> rows(String table) {
    Map<String, String> rows = new TreeMap<>();
    Matcher matcher = ROW.matcher(table);
    while (matcher.find()) {
      String test = matcher.group(3) + "." + matcher.group(4);
      assertThat(rows.put(matcher.group(1), test)).as(matcher.group(1)).isNull();
    }
    return rows;
  }

  private static String table() throws IOException {
    return Files.readString(Path.of("..", "docs", "go-tests.md"));
  }
}
