package dev.flagrant.conformance.cli;

import dev.flagrant.conformance.SubjectFactory;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.zip.ZipFile;

/** Finds the factory of subjects that a person has named. */
final class SubjectLoader {
  private SubjectLoader() {}

  /**
   * The factory with a name.
   *
   * @param className a {@link SubjectFactory} with a public constructor without arguments
   * @param classPath where to look for it besides here: jars and folders
   * @throws IllegalArgumentException with a sentence for people if there is none
   */
  static SubjectFactory load(String className, String classPath) {
    Class<?> type;
    try {
      // Lives as long as the process: the subjects need it to the end.
      type = Class.forName(className, true, loader(classPath));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "--subject: there is no class " + className + "; is it on the --classpath?", e);
    } catch (ExceptionInInitializerError e) {
      throw new IllegalArgumentException(
          "--subject: the static initializer of " + className + " throws " + e.getCause(), e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException("--subject: " + className + " cannot be loaded: " + e, e);
    }
    if (!SubjectFactory.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "--subject: " + className + " does not implement " + SubjectFactory.class.getName());
    }
    try {
      return (SubjectFactory) type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "--subject: the constructor of " + className + " throws " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "--subject: "
              + className
              + " is not public, or has no public constructor without arguments",
          e);
    }
  }

  private static ClassLoader loader(String classPath) {
    ClassLoader own = SubjectLoader.class.getClassLoader();
    if (classPath.isEmpty()) {
      return own;
    }
    List<URL> urls = new ArrayList<>();
    StringTokenizer entries = new StringTokenizer(classPath, File.pathSeparator);
    while (entries.hasMoreTokens()) {
      File entry = new File(entries.nextToken());
      if (!entry.exists()) {
        throw new IllegalArgumentException("--classpath: " + entry + " does not exist");
      }
      requireFolderOrJar(entry);
      try {
        urls.add(entry.toURI().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("--classpath: " + entry + ": " + e.getMessage(), e);
      }
    }
    return new URLClassLoader("--classpath", urls.toArray(URL[]::new), own);
  }

  private static void requireFolderOrJar(File entry) {
    if (entry.isDirectory()) {
      return;
    }
    try (ZipFile jar = new ZipFile(entry)) {
      var unused = jar.size();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--classpath: " + entry + " is neither a folder nor a jar", e);
    }
  }
}
