package dev.flagrant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagrant.testkit.subjects.Unusable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes can be checked, and what is said of the others. */
class SubjectClassTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.HashMap",
        "java.util.TreeMap",
        "java.util.Hashtable",
        "java.util.Properties",
        "java.util.WeakHashMap",
        "java.util.IdentityHashMap",
        "java.util.concurrent.ConcurrentHashMap",
        "java.util.concurrent.ConcurrentSkipListMap",
        "dev.flagrant.map.GoMap"
      })
  void aMapWithAPublicConstructorIsMadeFreshEachTime(String name) throws Exception {
    MapSubject subject = SubjectClass.find(name, getClass().getClassLoader());
    assertThat(subject.name()).isEqualTo(name);
    Map<Integer, Integer> first = subject.newMap();
    first.put(1, 1);
    assertThat(subject.newMap()).isEmpty();
    assertThat(first.getClass().getName()).isEqualTo(name);
  }

  @Test
  void anUnknownClassIsNotFound() {
    assertUnusable("no.such.Map", "class no.such.Map is not found; is its jar or folder on");
  }

  @Test
  void anInterfaceIsNoClassToMake() {
    assertUnusable("java.util.Map", "java.util.Map is an interface");
  }

  @Test
  void anAbstractClassCannotBeMade() {
    assertUnusable("java.util.AbstractMap", "class java.util.AbstractMap is abstract");
    assertUnusable(Unusable.AbstractOne.class, "is abstract; name a class that extends it");
  }

  @Test
  void aClassThatIsNoMapIsNamed() {
    assertUnusable("java.lang.String", "class java.lang.String is not a java.util.Map");
    assertUnusable(Unusable.NotAMap.class, "is not a java.util.Map");
  }

  @Test
  void aConstructorWithoutParametersIsNeeded() {
    assertUnusable(Unusable.NeedsArgument.class, "has no public constructor without parameters");
    assertUnusable("dev.flagrant.testkit.subjects.Unusable$Hidden", "is not public");
  }

  @Test
  void aConstructorThatThrowsIsQuoted() {
    assertUnusable(
        Unusable.ConstructorThrows.class,
        "cannot be made: its constructor threw java.lang.IllegalStateException: no licence");
  }

  @Test
  void aClassThatCannotBeInitialisedIsQuoted() {
    assertUnusable(
        Unusable.InitialiserThrows.class.getName(),
        "cannot be loaded: its static initialiser threw java.lang.NumberFormatEx");
  }

  @Test
  void anErrorOfTheInitialiserIsQuotedToo() {
    assertUnusable(
        Unusable.InitialiserThrowsError.class.getName(),
        "cannot be loaded: its static initialiser threw java.lang.AssertionError: no licence");
  }

  @Test
  void aMapThatCanBeMadeOnlyOnceIsRefused() {
    assertUnusable(
        Unusable.MadeOnce.class.getName(),
        "cannot be made a second time: java.lang.IllegalStateException: one is enough");
  }

  @Test
  void aCheckedExceptionThatIsNotDeclaredIsQuoted() {
    assertUnusable(
        Unusable.ThrowsUndeclared.class.getName(), "put(1, 1) threw java.io.IOException: no disk");
  }

  @Test
  void aClassOfAClosedModuleIsNamed() {
    assertUnusable("sun.security.provider.Sun", "from here: its package is closed");
  }

  @Test
  void aMapThatIsFullFromTheStartIsRefused() {
    assertUnusable(Unusable.BornFull.class, "makes maps that are not empty at first");
  }

  @Test
  void aMapThatTakesNoIntegersIsRefused() {
    assertUnusable(
        Unusable.ReadOnly.class,
        "cannot hold Integer keys and values: in one thread, put(1, 1) threw java.lang.Unsupported");
    assertUnusable("java.util.jar.Attributes", "threw java.lang.ClassCastException");
  }

  @Test
  void theMessageIsOneLine() {
    assertThatExceptionOfType(UnusableSubjectException.class)
        .isThrownBy(() -> SubjectClass.of(Unusable.NotAMap.class))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static void assertUnusable(Class<?> type, String part) {
    assertUnusable(type.getName(), part);
  }

  private static void assertUnusable(String name, String part) {
    assertThatExceptionOfType(UnusableSubjectException.class)
        .isThrownBy(() -> SubjectClass.find(name, SubjectClassTest.class.getClassLoader()))
        .withMessageContaining(part);
  }
}
