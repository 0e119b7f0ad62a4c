package dev.flagrant.harness.cli;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.zip.ZipFile;

/** Where the classes to be checked are looked for. */
final class ClassPath {

  private ClassPath() {}

  /**
   * A class loader for a class path: jars and folders, separated as the system separates them.
   *
   * @throws UsageException if an entry is neither a folder nor a readable jar
   */
  static ClassLoader loader(String path) throws UsageException {
    ClassLoader own = ClassPath.class.getClassLoader();
    if (path.isEmpty()) {
      return own;
    }
    List<URL> urls = new ArrayList<>();
    StringTokenizer entries = new StringTokenizer(path, File.pathSeparator);
    while (entries.hasMoreTokens()) {
      urls.add(url(new File(entries.nextToken())));
    }
    // Lives as long as the process: the maps under test need it to the end.
    return new URLClassLoader("--classpath", urls.toArray(URL[]::new), own);
  }

  private static URL url(File entry) throws UsageException {
    if (!entry.exists()) {
      throw new UsageException("--classpath: " + entry + " does not exist");
    }
    if (!entry.isDirectory()) {
      try (ZipFile jar = new ZipFile(entry)) {
        jar.size();
      } catch (IOException e) {
        throw new UsageException("--classpath: " + entry + " is neither a folder nor a jar");
      }
    }
    try {
      return entry.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new UsageException("--classpath: " + entry + ": " + e.getMessage());
    }
  }
}
