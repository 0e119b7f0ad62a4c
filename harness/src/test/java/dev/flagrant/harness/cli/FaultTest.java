package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.testkit.ChildJvm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A fault of flagrant itself has a status of its own, which is that of no verdict. */
class FaultTest {

  /** Fails. */
  @Command(name = "faulty")
  static final class Faulty implements Callable<Integer> {
    private final Throwable fault;

    Faulty(Throwable fault) {
      this.fault = fault;
    }

    @Override
    public Integer call() throws Exception {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (Exception) fault;
    }
  }

  private static String told(Throwable fault) {
    StringWriter err = new StringWriter();
    OneLineErrors errors = new OneLineErrors();
    int status =
        new CommandLine(new Faulty(fault))
            .setErr(new PrintWriter(err))
            .setExecutionStrategy(new WrittenOutput())
            .setExecutionExceptionHandler(errors)
            .execute();
    assertThat(status).isEqualTo(ExitStatus.FAULT);
    return err.toString();
  }

  /** Where no command can be made of a class. */
  static final class Uncommanded {
    private Uncommanded() {}

    public static void main(String[] arguments) {
      System.exit(OneLineErrors.statusOf(() -> new CommandLine(Uncommanded.class), arguments));
    }
  }

  @Test
  void aCommandThatCannotBeMadeIsToldAndDoesNotLookLikeAVerdict() throws Exception {
    ChildJvm.Ended ended =
        ChildJvm.with().run(Duration.ofMinutes(1), Uncommanded.class, List.of("check"));
    assertThat(ended.errors())
        .startsWith("flagrant: this should not have happened: picocli.CommandLine$Initialization");
    assertThat(ended.status()).isEqualTo(ExitStatus.FAULT);
  }

  @Test
  void anExceptionIsTold() {
    assertThat(told(new IllegalStateException("on purpose")))
        .startsWith(
            "flagrant: this should not have happened: java.lang.IllegalStateException: on purpose")
        .contains("FaultTest");
  }

  @Test
  void anErrorIsToldAndDoesNotLookLikeAVerdict() {
    assertThat(told(new OutOfMemoryError("on purpose")))
        .startsWith(
            "flagrant: this should not have happened: java.lang.OutOfMemoryError: on purpose")
        .contains("FaultTest");
  }
}
