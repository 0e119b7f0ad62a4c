package dev.flagrant.harness.cli;

import dev.flagrant.conformance.cli.ClassPath;
import dev.flagrant.map.GoMap;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.SubjectClass;
import dev.flagrant.testkit.UnusableSubjectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Option;

/** The options that name the map under test. */
final class SubjectOptions {

  private static final String GO_MAP = GoMap.class.getName();
  private static final Duration FIRST_USE = Duration.ofSeconds(10);

  @Option(
      names = "--map",
      paramLabel = "CLASS",
      converter = NotEmpty.class,
      description =
          "The map to race: a public java.util.Map class with a public constructor without"
              + " parameters, that takes Integer keys and values. A nested class is Outer$Nested."
              + " Default: Go's map, ${DEFAULT-VALUE}.")
  private String className = GO_MAP;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      converter = NotEmpty.class,
      description = "Jars and folders with the map's classes, separated as in java -cp.")
  private String classPath = "";

  @Option(
      names = "--detects",
      paramLabel = "CLASS",
      converter = NotEmpty.class,
      description =
          "A further throwable by which the map tells of a race; java.util."
              + "ConcurrentModificationException and the error of Go's map are known.")
  private List<String> detects = new ArrayList<>();

  /** Whether the map under test is Go's. */
  boolean isGoMap() {
    return className.equals(GO_MAP);
  }

  /**
   * The map under test, made and used once already.
   *
   * @param bound how long that may take
   */
  MapSubject subject(Duration bound) throws UsageException {
    ClassLoader loader = loader();
    if (ClassPath.isHidden(className, loader)) {
      throw new UsageException(
          "--classpath: it has a class %s, and flagrant has one itself, which would be used instead;"
                  .formatted(className)
              + " race yours with ./flagrant stress, where it comes first");
    }
    return subject(bound, loader);
  }

  private MapSubject subject(Duration bound, ClassLoader loader) throws UsageException {
    FutureTask<MapSubject> lookup = new FutureTask<>(() -> SubjectClass.find(className, loader));
    Thread thread = new Thread(lookup, "flagrant: first use of " + className);
    thread.setDaemon(true);
    thread.start();
    MapSubject subject = await(lookup, bound);
    for (String name : detects) {
      subject = subject.detecting(throwable(name, loader));
    }
    return subject;
  }

  /**
   * Makes a map and uses it once, for a command that races it in other processes.
   *
   * @param detects classes of further throwables by which it tells of a race
   * @throws UsageException if that cannot be done
   */
  static void requireUsable(String className, String classPath, List<String> detects)
      throws UsageException {
    SubjectOptions options = new SubjectOptions();
    options.className = className;
    options.classPath = classPath;
    options.detects = detects;
    var unused = options.subject(FIRST_USE, options.loader());
  }

  private ClassLoader loader() throws UsageException {
    try {
      return ClassPath.loader(classPath);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private MapSubject await(FutureTask<MapSubject> lookup, Duration bound) throws UsageException {
    try {
      return lookup.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UsageException(
          "class %s cannot be used: making one and using it in one thread took more than %d ms"
              .formatted(className, bound.toMillis()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnusableSubjectException unusable) {
        throw new UsageException(String.valueOf(unusable.getMessage()));
      }
      throw new IllegalStateException("cannot make a subject of " + className, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Class<? extends Throwable> throwable(String name, ClassLoader loader)
      throws UsageException {
    try {
      return Class.forName(name, false, loader).asSubclass(Throwable.class);
    } catch (ClassNotFoundException e) {
      throw new UsageException("--detects: class " + name + " is not found");
    } catch (ClassCastException e) {
      throw new UsageException("--detects: class " + name + " is not a Throwable");
    } catch (LinkageError e) {
      throw new UsageException("--detects: class " + name + " cannot be loaded: " + e);
    }
  }
}
