package dev.flagrant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A JVM of its own is run to its end, or ended. */
class ChildJvmTest {

  /** Prints what it was given and ends with the status 3. */
  static final class Talking {
    private Talking() {}

    public static void main(String[] arguments) {
      System.out.print(System.getProperty("test.said") + arguments[0]);
      System.err.print("complained");
      System.exit(3);
    }
  }

  /** Prints and never ends. */
  static final class Hanging {
    private Hanging() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.print("begun");
      System.out.flush();
      new CountDownLatch(1).await();
    }
  }

  @Test
  void whatItPrintedAndItsStatusAreTold() throws Exception {
    assertThat(
            ChildJvm.with("-Dtest.said=this and ")
                .run(Duration.ofMinutes(3), Talking.class, List.of("that")))
        .isEqualTo(new ChildJvm.Ended(3, "this and that", "complained"));
  }

  @Test
  @Timeout(180)
  void oneThatNeverEndsIsEndedAndNamed() {
    assertThatThrownBy(() -> ChildJvm.with().run(Duration.ofSeconds(1), Hanging.class, List.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(Hanging.class.getName() + " has not ended in 1 seconds");
  }
}
