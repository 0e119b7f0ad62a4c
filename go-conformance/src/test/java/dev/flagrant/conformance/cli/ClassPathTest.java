package dev.flagrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.conformance.Level;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which of two classes of one name a class path gives. */
class ClassPathTest {
  @TempDir private Path folder = Path.of("");

  private ClassLoader withCopyOf(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
    try (InputStream bytes = ClassLoader.getSystemResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(bytes), copy);
    }
    return ClassPath.loader(folder.toString());
  }

  @Test
  void aLibraryOfTheClassPathComesBeforeThatOfFlagrant() throws Exception {
    ClassLoader loader = withCopyOf(CommandLine.ExitCode.class);

    Class<?> found = loader.loadClass(CommandLine.ExitCode.class.getName());

    assertThat(found).isNotEqualTo(CommandLine.ExitCode.class);
    assertThat(found.getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass(found.getName())).isSameAs(found);
    assertThat(ClassPath.isHidden(found.getName(), loader)).isFalse();
  }

  @Test
  void flagrantsOwnClassesAndThePlatformsAreNoOneElses() throws Exception {
    for (Class<?> type : new Class<?>[] {Level.class, HashMap.class}) {
      ClassLoader loader = withCopyOf(type);

      assertThat(loader.loadClass(type.getName())).isSameAs(type);
      assertThat(ClassPath.isHidden(type.getName(), loader)).isEqualTo(type == Level.class);
    }
  }

  @Test
  void whatIsOnOneSideOnlyIsNotHidden() throws Exception {
    ClassLoader loader = ClassPath.loader(folder.toString());

    assertThat(loader.loadClass(Level.class.getName())).isSameAs(Level.class);
    assertThat(ClassPath.isHidden(Level.class.getName(), loader)).isFalse();
    assertThat(ClassPath.isHidden("dev.flagrant.NoSuchClass", loader)).isFalse();
    assertThat(ClassPath.isHidden(Level.class.getName(), ClassPath.loader(""))).isFalse();
  }
}
