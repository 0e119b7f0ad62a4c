package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.subjects.ScriptedJdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script says of a JDK, before it builds or runs anything. */
class ScriptTest {

  private static String saidOf(Path home, String java) throws IOException, InterruptedException {
    Path jdk = ScriptedJdk.make(home.resolve("jdk"), "17.0.1", "");
    Files.writeString(jdk.resolve("bin").resolve("java"), "#!/bin/sh\n" + java);
    ProcessBuilder script =
        new ProcessBuilder("sh", "../flagrant", "check", "--list").redirectErrorStream(true);
    script.environment().put("JAVA_HOME", jdk.toString());
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(ExitStatus.USAGE);
    return output;
  }

  @Test
  void aJvmThatRefusesItsOptionsIsQuotedAndNotTakenForAnOldOne(@TempDir Path home)
      throws Exception {
    String java =
        """
        echo 'NOTE: Picked up JDK_JAVA_OPTIONS: -XX:+NoSuch' >&2
        echo "Unrecognized VM option 'NoSuch'" >&2
        echo 'Error: Could not create the Java Virtual Machine.' >&2
        exit 1
        """;
    assertThat(saidOf(home, java))
        .isEqualTo(
            "flagrant: 'java -version' (from JAVA_HOME) failed: Unrecognized VM option 'NoSuch'\n");
  }

  @Test
  void anOldJdkIsNamedByItsVersion(@TempDir Path home) throws Exception {
    assertThat(saidOf(home, "echo 'openjdk version \"1.8.0_392\"' >&2"))
        .startsWith("flagrant: 'java' (from JAVA_HOME) is version 1.8.0_392; install a JDK");
  }
}
