package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing is left of what fresh traces are recorded with. */
@Timeout(60)
final class ScratchFolderTest {
  /** Makes a folder with a file, says where it is, and runs a program that does not end. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
      try (ScratchFolder folder = ScratchFolder.make("flagrant-test")) {
        Files.writeString(folder.path().resolve("file"), "something");
        System.out.println(folder.path());
        var unused = folder.run(List.of("tail", "-f", "/dev/null"));
      }
    }
  }

  @Test
  void itIsDeletedWhenItIsClosed() throws IOException {
    Path path;
    try (ScratchFolder folder = ScratchFolder.make("flagrant-test")) {
      path = folder.path();
      Files.writeString(Files.createDirectory(path.resolve("sub")).resolve("file"), "something");
    }

    assertThat(path).doesNotExist();
  }

  @Test
  void itIsDeletedWhenTheProcessIsEnded() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .start();
    Path path;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      path = Path.of(Objects.requireNonNull(out.readLine()));
      assertThat(path).isDirectory();
      process.destroy();
      var unused = process.waitFor();
    }

    assertThat(path).doesNotExist();
  }
}
