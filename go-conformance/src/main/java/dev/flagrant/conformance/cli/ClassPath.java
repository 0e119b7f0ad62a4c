package dev.flagrant.conformance.cli;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.zip.ZipFile;

/** Where the classes that a person names are looked for: the option {@code --classpath}. */
public final class ClassPath {
  private ClassPath() {}

  /**
   * A class loader for a class path: jars and folders, separated as the system separates them.
   *
   * @throws IllegalArgumentException with a sentence for people if an entry is neither a folder nor
   *     a readable jar
   */
  public static ClassLoader loader(String path) {
    ClassLoader own = ClassPath.class.getClassLoader();
    if (path.isEmpty()) {
      return own;
    }
    List<URL> urls = new ArrayList<>();
    StringTokenizer entries = new StringTokenizer(path, File.pathSeparator);
    while (entries.hasMoreTokens()) {
      urls.add(url(new File(entries.nextToken())));
    }
    // Lives as long as the process: what is found there is needed to the end.
    return new URLClassLoader("--classpath", urls.toArray(URL[]::new), own);
  }

  private static URL url(File entry) {
    if (!entry.exists()) {
      throw new IllegalArgumentException("--classpath: " + entry + " does not exist");
    }
    if (!entry.isDirectory()) {
      requireJar(entry);
    }
    try {
      return entry.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("--classpath: " + entry + ": " + e.getMessage(), e);
    }
  }

  private static void requireJar(File entry) {
    try (ZipFile jar = new ZipFile(entry)) {
      var unused = jar.size();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--classpath: " + entry + " is neither a folder nor a jar", e);
    }
  }
}
