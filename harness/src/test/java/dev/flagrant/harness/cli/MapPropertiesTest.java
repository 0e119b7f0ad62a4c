package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.Flagrant;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A property of the map that means nothing is refused by every command, whatever it would race. */
class MapPropertiesTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String property, String value, String... arguments) {
    CommandLine command = Flagrant.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    System.setProperty(property, value);
    try {
      return command.execute(arguments);
    } finally {
      System.clearProperty(property);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "guard             | foo  | =foo: there is no such guard; it is one of go, plain,",
        "guard             | GO   | =GO: there is no such guard",
        "failure           | foo  | =foo: it is one of throw, halt",
        "failure           | halt | =halt would end this process at the first detection; run wi",
        "name-other-thread | yes  | =yes: it is one of false, true"
      })
  void everyCommandRefusesItInOneLine(String name, String value, String part) {
    String property = "dev.flagrant." + name;
    for (String command : Flagrant.commandLine().getSubcommands().keySet()) {
      err.getBuffer().setLength(0);
      assertThat(run(property, value, command)).as(command).isEqualTo(ExitStatus.USAGE);
      assertThat(err.toString())
          .as(command)
          .startsWith("flagrant: -D" + property + part)
          .hasLineCount(1);
    }
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anotherMapIsNotCheckedUnderAGuardThatThereIsNot() {
    assertThat(run("dev.flagrant.guard", "foo", "check", "--map=java.util.HashMap"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpIsGivenAllTheSame() {
    assertThat(run("dev.flagrant.guard", "foo", "check", "--help")).isEqualTo(ExitStatus.MET);
    assertThat(out.toString()).contains("JVM_EXCEPTION");
    assertThat(err.toString()).isEmpty();
  }
}
