package dev.flagrant.benchmarks.measure;

import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.workload.MapBenchmark;
import dev.flagrant.map.GoMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A short name for one state of the code that is measured: the map, the workloads, and how they
 * reach a map. Only results with the same fingerprint may stand in one table.
 */
public final class Fingerprint {
  private static final int BYTES = 6;

  private Fingerprint() {}

  /** That of the classes this JVM runs. */
  public static String ofWhatIsMeasured() {
    MessageDigest digest = sha256();
    for (Class<?> each : List.of(GoMap.class, MapBenchmark.class, BenchMap.class)) {
      try {
        addPackage(digest, each);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shortened(digest);
  }

  /** That of the files below a folder, whose names and contents count. */
  static String of(Path folder) throws IOException {
    MessageDigest digest = sha256();
    addFiles(digest, folder);
    return shortened(digest);
  }

  /** The package of a class and those below it, from the jar or the folder that it came from. */
  private static void addPackage(MessageDigest digest, Class<?> member) throws IOException {
    String name = member.getPackageName().replace('.', '/');
    Path origin = originOf(member);
    if (Files.isDirectory(origin)) {
      addFiles(digest, origin.resolve(name));
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(origin)) {
        addFiles(digest, jar.getPath("/", name));
      }
    }
  }

  private static Path originOf(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addFiles(MessageDigest digest, Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        // The length keeps the end of one file apart from the beginning of the next.
        byte[] content = Files.readAllBytes(file);
        String head = folder.relativize(file).toString().replace('\\', '/') + " " + content.length;
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      }
    }
  }

  private static String shortened(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JVM has it
    }
  }
}
