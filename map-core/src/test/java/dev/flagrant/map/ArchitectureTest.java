package dev.flagrant.map;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.flagrant.map.runtime.ArchitectureOffenders;
import dev.flagrant.map.runtime.Flags;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of structure that javac cannot hold, each shown to report a class that breaks it. */
public class ArchitectureTest {
  private static final String GUARD = "dev.flagrant.map.runtime.Guard";
  private static final String GUARD_PROPERTY = "dev.flagrant.guard";

  private static final JavaClasses MAP_CORE = new ClassFileImporter().importUrl(whereItLies());

  private static final DescribedPredicate<JavaClass> FLAGS = belongToAnyOf(Flags.class);

  private static final DescribedPredicate<JavaClass> THE_GUARD =
      describe("the guard", type -> outermost(type).equals(GUARD));

  /** A rule, and a class that breaks it. */
  enum Rule {
    ONLY_FLAGS_HOLDS_VAR_HANDLES(
        onlyFlagsHoldsVarHandles(), ArchitectureOffenders.UsesVarHandle.class),
    NO_FIELD_UPDATER_STANDS_IN_FOR_A_VAR_HANDLE(
        onlyFlagsHoldsVarHandles(), ArchitectureOffenders.UsesFieldUpdater.class),
    ONLY_FLAGS_KNOWS_THE_GUARD(
        noClasses()
            .that(DescribedPredicate.not(FLAGS.or(THE_GUARD)))
            .should()
            .dependOnClassesThat(THE_GUARD),
        ArchitectureOffenders.KnowsTheGuard.class),
    ONLY_FLAGS_READS_THE_GUARD_PROPERTY(
        noClasses()
            .that(DescribedPredicate.not(FLAGS.or(THE_GUARD)))
            .should(nameTheGuardProperty()),
        ArchitectureOffenders.ReadsTheGuardProperty.class),
    NO_CONCURRENT_COLLECTION_IS_USED(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("java.util.concurrent..")
                    .and(assignableTo(Collection.class).or(assignableTo(Map.class)))),
        ArchitectureOffenders.UsesConcurrentCollection.class),
    ONLY_THE_JDK_IS_NEEDED(
        classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jdk.jfr..", "org.jspecify..", "dev.flagrant.map.."),
        ArchitectureOffenders.UsesLibrary.class);

    final ArchRule rule;
    final Class<?> offender;

    Rule(ArchRule rule, Class<?> offender) {
      this.rule = rule;
      this.offender = offender;
    }
  }

  @ParameterizedTest
  @EnumSource
  void mapCoreKeeps(Rule rule) {
    rule.rule.check(MAP_CORE);
  }

  @ParameterizedTest
  @EnumSource
  void anOffenderIsReportedBy(Rule rule) {
    JavaClasses offender = new ClassFileImporter().importClasses(rule.offender);

    assertThatThrownBy(() -> rule.rule.check(offender))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(rule.offender.getName());
  }

  /** Rules about Flags hold of nothing once Flags is renamed or works some other way. */
  @Test
  void theRulesAboutFlagsHaveTheirSubject() {
    JavaClass flags = MAP_CORE.get(Flags.class);

    assertThat(flags.getDirectDependenciesFromSelf())
        .extracting(dependency -> dependency.getTargetClass().getName())
        .contains(VarHandle.class.getName(), GUARD);
    assertThat(MAP_CORE).anyMatch(ArchitectureTest::namesTheGuardProperty);
  }

  /** The folder that javac wrote the code to, and not its tests. */
  private static URL whereItLies() {
    return GoMap.class.getProtectionDomain().getCodeSource().getLocation();
  }

  private static ArchRule onlyFlagsHoldsVarHandles() {
    return noClasses()
        .that(DescribedPredicate.not(FLAGS))
        .should()
        .dependOnClassesThat(
            belongToAnyOf(
                VarHandle.class,
                MethodHandles.class,
                AtomicIntegerFieldUpdater.class,
                AtomicLongFieldUpdater.class,
                AtomicReferenceFieldUpdater.class));
  }

  private static ArchCondition<JavaClass> nameTheGuardProperty() {
    return new ArchCondition<>("name the property " + GUARD_PROPERTY) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean named = namesTheGuardProperty(type);
        String message = type.getName() + (named ? " names " : " does not name ") + GUARD_PROPERTY;
        events.add(new SimpleConditionEvent(type, named, message));
      }
    };
  }

  /** Looks into the class file: ArchUnit's model has no string constants. */
  private static boolean namesTheGuardProperty(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1).contains(GUARD_PROPERTY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
