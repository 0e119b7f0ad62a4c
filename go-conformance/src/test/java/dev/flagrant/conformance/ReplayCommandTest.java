package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command that is printed is one that a shell takes and that has the same subject. */
final class ReplayCommandTest {
  /** A factory of a port. */
  public static final class Port implements SubjectFactory {
    /** For nobody. */
    public Port() {}

    @Override
    public AnswersSubject make(MapKind kind, long hint, java.util.function.LongSupplier random) {
      return new GoMapSubject().make(kind, hint, random);
    }
  }

  @Test
  void theProgramIsTheOneThatWasCalledAndWhatAShellWouldChangeIsQuoted() {
    ReplayCommand command =
        new ReplayCommand("./flagrant", "my.Maps$Factory", "it's a/lib.jar:b", Level.ITERATION);

    assertThat(command.text())
        .isEqualTo(
            "./flagrant conformance --classpath 'it'\\''s a/lib.jar:b'"
                + " --subject 'my.Maps$Factory' --level 2");
  }

  @Test
  void goMapNeedsNeitherSubjectNorClassPath() {
    assertThat(ReplayCommand.of(new GoMapSubject(), Level.STRUCTURE).text())
        .isEqualTo("flagrant conformance --level 3");
  }

  @Test
  void aFactoryInATestIsNamedWithTheFolderOfItsClass() {
    ReplayCommand command = ReplayCommand.of(new Port(), Level.ANSWERS);

    assertThat(command.subject()).isEqualTo(Port.class.getName());
    assertThat(Path.of(command.classPath(), Port.class.getName().replace('.', '/') + ".class"))
        .matches(Files::exists);
  }

  @Test
  void aFactoryWithoutANameIsLeftToTheReader() {
    assertThat(ReplayCommand.of(HashMapSubject.factory(), Level.ANSWERS).text())
        .contains("--subject YOUR.FACTORY --level 1");
  }
}
