package dev.flagrant.lincheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.engine.Grain.Rule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lincheck says nothing of a rule about a class or a method that is not there any more. */
class GrainTest {
  @ParameterizedTest
  @EnumSource
  void everyClassAndEveryMethodThatARuleNamesExists(Grain grain) throws ClassNotFoundException {
    for (Rule rule : grain.rules()) {
      Set<String> methods = new HashSet<>();
      for (String name : rule.classes()) {
        Class<?> type = Class.forName(name, false, GrainTest.class.getClassLoader());
        Arrays.stream(type.getDeclaredMethods()).forEach(method -> methods.add(method.getName()));
      }
      assertThat(methods).containsAll(rule.methods());
    }
  }
}
