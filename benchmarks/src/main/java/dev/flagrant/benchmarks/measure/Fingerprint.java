package dev.flagrant.benchmarks.measure;

import com.carrotsearch.hppc.ObjectObjectHashMap;
import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.workload.MapBenchmark;
import dev.flagrant.map.GoMap;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
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
import org.HdrHistogram.Histogram;
import org.agrona.collections.Object2ObjectHashMap;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jol.info.GraphStats;

/**
 * A short name for one state of the code that is measured, and of what measures it: the map, the
 * workloads in Java and Go, the instruments, the libraries of both. Only results with the same
 * fingerprint may stand in one table.
 */
public final class Fingerprint {
  private static final int BYTES = 6;

  /** One class of each package: the map, the workloads, how they reach a map, the instruments. */
  static final List<Class<?>> OURS =
      List.of(GoMap.class, MapBenchmark.class, BenchMap.class, Fingerprint.class);

  /** One class of each library that is measured, or that measures; of another version, others. */
  static final List<Class<?>> LIBRARIES =
      List.of(
          Object2ObjectOpenHashMap.class,
          Object2ObjectHashMap.class,
          UnifiedMap.class,
          ObjectObjectHashMap.class,
          Runner.class,
          GraphStats.class,
          Histogram.class);

  /** The workloads of real Go. */
  static final String GO = "dev/flagrant/benchmarks/go";

  private Fingerprint() {}

  /** That of the classes this JVM runs. */
  public static String ofWhatIsMeasured() {
    MessageDigest digest = sha256();
    try {
      for (Class<?> each : OURS) {
        addPackage(digest, each);
      }
      addFolder(digest, originOf(Fingerprint.class), GO);
      for (Class<?> each : LIBRARIES) {
        addContent(digest, "", Files.readAllBytes(originOf(each)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    addFolder(digest, originOf(member), member.getPackageName().replace('.', '/'));
  }

  /** A folder in a jar or below a folder, with those below it. */
  private static void addFolder(MessageDigest digest, Path origin, String name) throws IOException {
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
        String name = folder.relativize(file).toString().replace('\\', '/');
        addContent(digest, name, Files.readAllBytes(file));
      }
    }
  }

  private static void addContent(MessageDigest digest, String name, byte[] content) {
    // The length keeps the end of one file apart from the beginning of the next.
    digest.update((name + " " + content.length).getBytes(StandardCharsets.UTF_8));
    digest.update(content);
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
