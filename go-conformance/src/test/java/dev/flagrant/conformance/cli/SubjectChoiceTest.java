package dev.flagrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.conformance.AnswersSubject;
import dev.flagrant.conformance.GoMapSubject;
import dev.flagrant.conformance.Level;
import dev.flagrant.conformance.MapKind;
import dev.flagrant.conformance.OneLevel;
import dev.flagrant.conformance.SubjectFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subject that cannot be compared is refused in one line that names the true cause. */
final class SubjectChoiceTest {
  @TempDir private @Nullable Path folder;

  /** Implements the second level and no more. */
  public static final class SecondLevel implements SubjectFactory {
    /** For the command. */
    public SecondLevel() {}

    @Override
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      return OneLevel.only(Level.ITERATION, new GoMapSubject()).make(kind, hint, random);
    }
  }

  /** Makes nothing. */
  public static final class MakesNull implements SubjectFactory {
    /** For the command. */
    public MakesNull() {}

    @Override
    @SuppressWarnings("NullAway") // as a port may
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      return null;
    }
  }

  /** Throws instead. */
  public static final class MakeThrows implements SubjectFactory {
    /** For the command. */
    public MakeThrows() {}

    @Override
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      throw new IllegalStateException("on purpose");
    }
  }

  /** Needs a class that cannot be initialised. */
  public static final class NeedsUninitialised implements SubjectFactory {
    /** For the command. */
    public NeedsUninitialised() {}

    @Override
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      return new Uninitialised().make(kind, hint, random);
    }
  }

  private static final class Uninitialised {
    private static final int SIZE = Integer.parseInt("no size");

    AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      return new GoMapSubject().make(kind, hint + SIZE, random);
    }
  }

  /** Fails as its class is initialised. */
  public static final class NeverInitialised implements SubjectFactory {
    private static final int SIZE = Integer.parseInt("no number");

    /** For the command. */
    public NeverInitialised() {}

    @Override
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      return new GoMapSubject().make(kind, hint + SIZE, random);
    }
  }

  /** The same, by an error, which Java does not wrap. */
  public static final class ErrorAtInitialisation implements SubjectFactory {
    static {
      fail();
    }

    /** For the command. */
    public ErrorAtInitialisation() {}

    private static void fail() {
      throw new AssertionError("on purpose");
    }

    @Override
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      return new GoMapSubject().make(kind, hint, random);
    }
  }

  private static void assertRefused(String sentence, Class<?> factory, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--subject";
    arguments[1] = factory.getName();
    System.arraycopy(more, 0, arguments, 2, more.length);
    CommandRun.assertMistake(sentence, arguments);
  }

  @Test
  void aSubjectBelowTheLevelIsToldTheLevelItHas() {
    assertRefused(
        "SecondLevel makes does not implement StructureSubject, as level 3 asks for;"
            + " give --level 2",
        SecondLevel.class);
  }

  @Test
  void aSubjectOfTheLevelAskedForIsReplayed() throws IOException {
    Path trace = Objects.requireNonNull(folder).resolve("hints-set.trace");
    try (var in =
        Objects.requireNonNull(GoMapSubject.class.getResourceAsStream("traces/hints-set.trace"))) {
      Files.copy(in, trace);
    }

    CommandRun run =
        CommandRun.of("--subject", SecondLevel.class.getName(), "--level", "2", trace.toString());

    assertThat(run.out()).contains("verdict            does what Go does");
    assertThat(run.status()).isZero();
  }

  @Test
  void aFactoryThatMakesNothingIsNamed() {
    assertRefused("MakesNull.make returns null", MakesNull.class);
    assertRefused(
        "MakeThrows.make throws java.lang.IllegalStateException: on purpose", MakeThrows.class);
  }

  @Test
  void aClassThatCannotBeInitialisedIsThereAndTheCauseIsNamed() {
    assertRefused(
        "NeverInitialised throws java.lang.NumberFormatException: For input string: \"no number\"",
        NeverInitialised.class);
    assertRefused(
        "ErrorAtInitialisation cannot be used: java.lang.AssertionError: on purpose",
        ErrorAtInitialisation.class);
  }

  @Test
  void theCauseIsNamedAndNotWhatJavaWrapsItIn() {
    assertRefused(
        "NeedsUninitialised.make throws java.lang.NumberFormatException: For input string: \"no size\"",
        NeedsUninitialised.class);
  }

  @Test
  void aClassThatIsNoneIsSaidToBeNone() throws IOException {
    CommandRun.assertMistake("there is no class no.such.Class", "--subject", "no.such.Class");
    CommandRun.assertMistake("does not implement", "--subject", "java.lang.String");
    Path broken = Files.createDirectories(Objects.requireNonNull(folder).resolve("my"));
    Files.write(broken.resolve("Broken.class"), new byte[] {1, 2, 3});
    CommandRun.assertMistake(
        "my.Broken cannot be loaded: java.lang.ClassFormatError",
        "--subject",
        "my.Broken",
        "--classpath",
        String.valueOf(folder));
  }

  @Test
  void aClassPathOfSomethingElseIsRefused() throws IOException {
    CommandRun.assertMistake("does not exist", "--classpath", "no/such/folder");
    Path junk = Objects.requireNonNull(folder).resolve("junk.jar");
    Files.writeString(junk, "no jar");
    CommandRun.assertMistake(
        junk + " is neither a folder nor a jar", "--classpath", junk.toString());
  }
}
