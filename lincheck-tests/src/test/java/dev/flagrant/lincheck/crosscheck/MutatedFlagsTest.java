package dev.flagrant.lincheck.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.protocol.MinimalRace;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The flags with one check taken out, in a JVM of their own: each is found to be no longer right.
 */
class MutatedFlagsTest {
  private static final Path SOURCE =
      Path.of("..", "map-core/src/main/java/dev/flagrant/map/runtime/Flags.java");

  private static final long TIMEOUT_SECONDS = 120;

  private static final String FIRST_CHECK = "if ((now & HASH_WRITING) != 0) {";
  private static final String END_CHECK = "if ((marked & HASH_WRITING) == 0) {";

  private final Path folder;

  MutatedFlagsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A check, the guard it is taken from, and a race that shows it. */
  enum Mutant {
    GO_WITHOUT_START("go", MinimalRace.WRITE_WRITE, FIRST_CHECK, "if (false) {"),
    GO_WITHOUT_END("go", MinimalRace.WRITE_WRITE, END_CHECK, "if (false) {"),
    GO_WITHOUT_READ("go", MinimalRace.READ_WRITE, FIRST_CHECK, "if (false) {"),
    ATOMIC_WITHOUT_START("atomic", MinimalRace.WRITE_WRITE, FIRST_CHECK, "if (false) {"),
    ATOMIC_WITHOUT_FLIP(
        "atomic",
        MinimalRace.WRITE_WRITE,
        "getAndBitwiseXor(this, HASH_WRITING) & HASH_WRITING",
        "getAndBitwiseXor(this, HASH_WRITING) & 0"),
    ATOMIC_WITHOUT_END("atomic", MinimalRace.WRITE_WRITE, END_CHECK, "if (false) {"),
    STAMP_WITHOUT_READ("stamp", MinimalRace.READ_WRITE, FIRST_CHECK, "if (false) {"),
    STAMP_WITHOUT_READ_END(
        "stamp",
        MinimalRace.READ_WRITE,
        "if (((get() ^ seen) & READERS_CARE) != 0) {",
        "if (false) {"),
    STAMP_WITHOUT_STAMP(
        "stamp", MinimalRace.READ_WRITE, "(now & ~HASH_WRITING) + STAMP", "now & ~HASH_WRITING"),
    STAMP_WITHOUT_END("stamp", MinimalRace.WRITE_WRITE, END_CHECK, "if (false) {");

    final String guard;
    final MinimalRace race;
    final String original;
    final String replacement;

    Mutant(String guard, MinimalRace race, String original, String replacement) {
      this.guard = guard;
      this.race = race;
      this.original = original;
      this.replacement = replacement;
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsFound(Mutant mutant) throws Exception {
    String source = Files.readString(SOURCE);
    assertThat(source.split(Pattern.quote(mutant.original), -1)).hasSize(2);
    assertThat(compare(source.replace(mutant.original, mutant.replacement), mutant))
        .isEqualTo(SetsAgree.DIFFERENT);
  }

  /** Else the others would show nothing. */
  @Test
  void unchangedFlagsCompiledTheSameWayAreRight() throws Exception {
    assertThat(compare(Files.readString(SOURCE), Mutant.STAMP_WITHOUT_END)).isZero();
  }

  /** Compiles the source and compares in a JVM that finds the class before the real one. */
  private int compare(String source, Mutant mutant) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Flags.java"), source);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String classPath = System.getProperty("java.class.path");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int compiled =
        compiler.run(
            null,
            null,
            null,
            "-nowarn",
            "-proc:none",
            "-cp",
            classPath,
            "-d",
            classes.toString(),
            file.toString());
    assertThat(compiled).isZero();
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Ddev.flagrant.guard=" + mutant.guard,
                "-cp",
                classes + File.pathSeparator + classPath,
                SetsAgree.class.getName(),
                mutant.race.name())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(said).contains("compared: missing");
    return process.exitValue();
  }
}
