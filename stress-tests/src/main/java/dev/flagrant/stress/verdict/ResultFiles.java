package dev.flagrant.stress.verdict;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** Reads the binary results that JCStress leaves in its working folder. */
public final class ResultFiles {

  private ResultFiles() {}

  /**
   * All results in a folder; none if JCStress left none.
   *
   * @throws IOException if a file cannot be read to its end
   */
  public static List<TestResult> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(ResultFiles::isResults).sorted().toList();
    }
    List<TestResult> results = new ArrayList<>();
    for (Path file : files) {
      results.addAll(read(file));
    }
    return results;
  }

  private static boolean isResults(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith("jcstress-results-") && name.endsWith(".bin.gz");
  }

  private static List<TestResult> read(Path file) throws IOException {
    requireWhole(file);
    InProcessCollector collector = new InProcessCollector();
    try {
      DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
      try {
        reader.dump();
      } finally {
        reader.close();
      }
    } catch (ClassNotFoundException e) {
      throw new IOException(file + " was written by another version of JCStress", e);
    }
    return List.copyOf(collector.getTestResults());
  }

  /** JCStress takes a file that was cut off for one that ends there. */
  private static void requireWhole(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException | ZipException e) {
      throw new IOException(file + " is cut off or damaged", e);
    }
  }
}
