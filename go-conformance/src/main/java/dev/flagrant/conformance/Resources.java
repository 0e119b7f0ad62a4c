package dev.flagrant.conformance;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that come with this package, in its jar or in a folder of classes. */
final class Resources {
  private Resources() {}

  /** All files of a folder, by name and in the order of their names. */
  static SortedMap<String, byte[]> of(String folder) throws IOException {
    URL url = Resources.class.getResource(folder);
    if (url == null) {
      throw new IOException("the folder " + folder + " is missing beside the classes");
    }
    try {
      URLConnection connection = url.openConnection();
      if (!(connection instanceof JarURLConnection inJar)) {
        return read(Path.of(url.toURI()));
      }
      // By its path: one that is opened by its address is shared, and can be opened only once.
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()))) {
        return read(jar.getPath(inJar.getEntryName()));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static SortedMap<String, byte[]> read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : (Iterable<Path>) entries::iterator) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
