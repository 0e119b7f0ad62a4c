package dev.flagrant.harness.subjects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** What looks like a JDK, with a shell script for a launcher, so that no JVM is started. */
public final class ScriptedJdk {

  private ScriptedJdk() {}

  /**
   * Makes one.
   *
   * @param script what runs in the folder of a run instead of JCStress
   */
  public static Path make(Path home, String version, String script) throws IOException {
    Path java = home.resolve("bin").resolve("java");
    Files.createDirectories(Objects.requireNonNull(java.getParent()));
    Files.writeString(
        java, "#!/bin/sh\nfor last; do :; done\n[ \"$last\" = -version ] && exit\n" + script);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
