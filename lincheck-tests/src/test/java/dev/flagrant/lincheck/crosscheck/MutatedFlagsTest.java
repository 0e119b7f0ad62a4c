package dev.flagrant.lincheck.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.detecting.SeedRace;
import dev.flagrant.lincheck.protocol.MinimalRace;
import dev.flagrant.lincheck.protocol.Protocol;
import dev.flagrant.lincheck.protocol.Protocol.Check;
import dev.flagrant.testkit.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The flags with one check taken out, in a JVM of their own: each is found to be no longer right.
 */
class MutatedFlagsTest {
  private static final Path SOURCE =
      Path.of("..", "map-core/src/main/java/dev/flagrant/map/runtime/Flags.java");

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final String FIRST_CHECK =
      "if ((STAMPED || now > (ITERATOR | OLD_ITERATOR)) && (now & HASH_WRITING) != 0) {";
  private static final String END_CHECK = "if (!marked) {";
  private static final String SEED_CHECK = "if (ATOMIC && ((Hmap) this).hash0 != seed) {";
  private static final String FALSE = "if (false) {";
  private static final String FLIP_CHECK = "HASH_WRITING) & HASH_WRITING";
  private static final String FLIP_ONLY = "HASH_WRITING) & 0";

  private final Path folder;

  MutatedFlagsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A check, the guard it is taken from, and a race that shows it. */
  enum Mutant {
    GO_WITHOUT_START(Protocol.GO, Check.START, FIRST_CHECK, FALSE),
    GO_WITHOUT_END(Protocol.GO, Check.END, END_CHECK, FALSE),
    GO_WITHOUT_READ(Protocol.GO, Check.READ, FIRST_CHECK, FALSE),
    ATOMIC_WITHOUT_START(Protocol.ATOMIC, Check.START, FIRST_CHECK, FALSE),
    ATOMIC_WITHOUT_FLIP(Protocol.ATOMIC, Check.FLIP, FLIP_CHECK, FLIP_ONLY),
    ATOMIC_WITHOUT_END(Protocol.ATOMIC, Check.END, END_CHECK, FALSE),
    ATOMIC_WITHOUT_READ(Protocol.ATOMIC, Check.READ, FIRST_CHECK, FALSE),
    STAMP_WITHOUT_START(Protocol.STAMP, Check.START, FIRST_CHECK, FALSE),
    STAMP_WITHOUT_FLIP(Protocol.STAMP, Check.FLIP, FLIP_CHECK, FLIP_ONLY),
    STAMP_WITHOUT_END(Protocol.STAMP, Check.END, END_CHECK, FALSE),
    STAMP_WITHOUT_READ(Protocol.STAMP, Check.READ, FIRST_CHECK, FALSE),
    STAMP_WITHOUT_READ_END(
        Protocol.STAMP, Check.READ_END, "if (((get() ^ seen) & READERS_CARE) != 0) {", FALSE),
    /** Iterations begin without a look at the mark; their first step looks. */
    STAMP_WITHOUT_BEGIN(
        Protocol.STAMP,
        MinimalRace.ITERATE_WRITE,
        null,
        "STAMPED ? checkNotWriting(Kind.ITERATION_AND_WRITE, Site.ITERATE)",
        "STAMPED ? get()"),
    /** The check at the end is there, but no write leaves a stamp. */
    STAMP_WITHOUT_STAMP(
        Protocol.STAMP, Check.READ_END, "(now & ~HASH_WRITING) + STAMP", "now & ~HASH_WRITING"),
    ATOMIC_WITHOUT_SEED(Protocol.ATOMIC, null, SEED_CHECK, FALSE),
    STAMP_WITHOUT_SEED(Protocol.STAMP, null, SEED_CHECK, FALSE);

    final Protocol guard;

    /** The race that shows it, or null: no minimal race does. */
    final @Nullable MinimalRace race;

    /** The check of the model that it lacks, or null: the model has no such check by itself. */
    final @Nullable Check check;

    final String original;
    final String replacement;

    Mutant(Protocol guard, @Nullable Check check, String original, String replacement) {
      this(guard, raceOf(check), check, original, replacement);
    }

    Mutant(
        Protocol guard,
        @Nullable MinimalRace race,
        @Nullable Check check,
        String original,
        String replacement) {
      this.guard = guard;
      this.race = race;
      this.check = check;
      this.original = original;
      this.replacement = replacement;
    }

    private static @Nullable MinimalRace raceOf(@Nullable Check check) {
      if (check == null) {
        return null;
      }
      boolean read = check == Check.READ || check == Check.READ_END;
      return read ? MinimalRace.READ_WRITE : MinimalRace.WRITE_WRITE;
    }

    /** The class that shows it. */
    Class<?> program() {
      return race == null ? SeedRace.class : SetsAgree.class;
    }

    /** What that class is told. */
    List<String> arguments() {
      return race == null ? List.of() : List.of(race.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCheckOfAGuardHasAMutant(Protocol guard) {
    assertThat(Mutant.values())
        .filteredOn(mutant -> mutant.guard == guard)
        .extracting(mutant -> mutant.check)
        .containsAll(guard.checks());
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
  @ParameterizedTest
  @EnumSource(
      names = {"GO_WITHOUT_END", "STAMP_WITHOUT_END", "STAMP_WITHOUT_BEGIN", "STAMP_WITHOUT_SEED"})
  void unchangedFlagsCompiledTheSameWayAreRight(Mutant mutant) throws Exception {
    assertThat(compare(Files.readString(SOURCE), mutant)).isZero();
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
    List<String> options =
        new ArrayList<>(List.of("-Xmx1g", "-Ddev.flagrant.guard=" + mutant.guard));
    if (mutant.guard != Protocol.GO) {
      // Two writes under go take long enough to be worth a better compiler; the others do not.
      options.add("-XX:TieredStopAtLevel=1");
    }
    ChildJvm.Ended ended =
        ChildJvm.with(options.toArray(String[]::new))
            .onClassPath(classes + File.pathSeparator + classPath)
            .run(PATIENCE, mutant.program(), mutant.arguments());
    assertThat(ended.output()).as(ended.errors()).contains("compared: ");
    return ended.status();
  }
}
