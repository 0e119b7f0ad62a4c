package dev.flagrant.benchmarks;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** The folder that results go to, which is made before anything is measured. */
final class OutputFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private OutputFolder() {}

  /**
   * Makes a folder if it is not there, and tries to write into it.
   *
   * @param misuse makes what is thrown of what was wrong
   */
  static void mustBeWritable(Path folder, Function<String, RuntimeException> misuse) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "written", ".new"));
    } catch (IOException e) {
      throw misuse.apply(
          "--out " + folder + ": nothing can be written there; give another folder (" + e + ")");
    }
  }

  /** Makes a folder that is named after the time, and that no other run has. */
  static Path ofItsOwn(Path parent, String label, Function<String, RuntimeException> misuse) {
    mustBeWritable(parent, misuse);
    String name = TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + "-" + label;
    return ofItsOwn(parent, name, 1, misuse);
  }

  /** Makes one of a name, or of that name and the next number that is free. */
  static Path ofItsOwn(
      Path parent, String name, int number, Function<String, RuntimeException> misuse) {
    try {
      return Files.createDirectory(parent.resolve(number == 1 ? name : name + "-" + number));
    } catch (FileAlreadyExistsException e) {
      return ofItsOwn(parent, name, number + 1, misuse);
    } catch (IOException e) {
      throw misuse.apply("--out: no folder can be made in " + parent + " (" + e + ")");
    }
  }
}
