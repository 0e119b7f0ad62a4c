package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.Flagrant;
import dev.flagrant.harness.subjects.NeedsTwoProcessors;
import dev.flagrant.testkit.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The check of the check: Go's map with its guard taken out is raced in a process of its own, as
 * the guard is chosen once for each, and must not pass.
 */
@NeedsTwoProcessors
class GuardTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static String check(String guard, int expectedStatus)
      throws IOException, InterruptedException {
    ChildJvm.Ended ended =
        ChildJvm.with("-Ddev.flagrant.guard=" + guard)
            .run(
                PATIENCE,
                Flagrant.class,
                List.of(
                    "check",
                    "--no-progress",
                    "--scenario=put/(put|get|iterate) while growing",
                    "--time=1"));
    String printed = ended.output() + ended.errors();
    assertThat(ended.status()).as(printed).isEqualTo(expectedStatus);
    assertThat(printed).contains("racing");
    return printed;
  }

  /** What a guard keeps in the flags word besides Go's bits is no difference from Go. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "volatile", "atomic", "stamp", "none"})
  void underAnyGuardAndInOneThreadGoMapDoesWhatGoDoes(String guard) throws Exception {
    ChildJvm.Ended ended =
        ChildJvm.with("-Ddev.flagrant.guard=" + guard)
            .run(PATIENCE, Flagrant.class, List.of("conformance"));
    assertThat(ended.output()).contains("does what Go does");
    assertThat(ended.status()).isEqualTo(ExitStatus.MET);
  }

  @Test
  void withItsGuardGoMapPasses() throws Exception {
    assertThat(check("go", ExitStatus.MET))
        .contains("is fail-fast")
        .contains("expected fail-fast: met");
  }

  @Test
  void withoutItsGuardGoMapDoesNotPass() throws Exception {
    assertThat(check("none", ExitStatus.NOT_MET))
        .containsAnyOf("GoMap is silent", "GoMap is unsafe")
        .contains("expected fail-fast: NOT MET");
  }
}
