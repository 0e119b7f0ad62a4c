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

/**
 * Where the classes that a person names are looked for: the option {@code --classpath}. What is
 * there comes before flagrant's libraries, of which a person may have another version, but not
 * before flagrant's own classes: a subject implements one of them, and a detection is one.
 */
public final class ClassPath {
  private static final String FLAGRANTS_OWN = "dev.flagrant.";

  private ClassPath() {}

  /** A class loader that asks its parent second. */
  private static final class FirstOfAll extends URLClassLoader {
    static {
      registerAsParallelCapable();
    }

    FirstOfAll(URL[] urls, ClassLoader parent) {
      super("--classpath", urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(FLAGRANTS_OWN) && has(name)) {
        synchronized (getClassLoadingLock(name)) {
          Class<?> loaded = findLoadedClass(name);
          return loaded != null ? loaded : findClass(name);
        }
      }
      return super.loadClass(name, resolve);
    }

    /** The platform's classes are no one else's. */
    private boolean has(String name) {
      String file = file(name);
      return ClassLoader.getPlatformClassLoader().getResource(file) == null
          && findResource(file) != null;
    }
  }

  private static String file(String className) {
    return className.replace('.', '/') + ".class";
  }

  /** Whether a class of a class path cannot be had, for flagrant has one of that name itself. */
  public static boolean isHidden(String className, ClassLoader loader) {
    return className.startsWith(FLAGRANTS_OWN)
        && loader instanceof FirstOfAll path
        && path.findResource(file(className)) != null
        && path.getParent().getResource(file(className)) != null;
  }

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
    return new FirstOfAll(urls.toArray(URL[]::new), own);
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
