package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.Flagrant;
import dev.flagrant.testkit.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed can be compared, and read by programs, whatever language the system speaks. */
class LocaleTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void figuresHaveTheSameDigitsInEveryLocale() throws IOException, InterruptedException {
    ChildJvm.Ended ended =
        ChildJvm.with("-Duser.language=mr", "-Duser.country=IN")
            .run(
                PATIENCE,
                Flagrant.class,
                List.of("check", "--scenario=^get/get$", "--trials=5", "--seed=123"));
    assertThat(ended.output()).contains(": 1 scenario, 2 threads, seed 123");
    assertThat(ended.errors()).startsWith("[1/1] get/get: ");
  }
}
