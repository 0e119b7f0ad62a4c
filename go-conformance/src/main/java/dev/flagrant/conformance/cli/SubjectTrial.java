package dev.flagrant.conformance.cli;

import dev.flagrant.conformance.AnswersSubject;
import dev.flagrant.conformance.Level;
import dev.flagrant.conformance.MapKind;
import dev.flagrant.conformance.SubjectFactory;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Loads the factory that a person has named and has it make one map, before any is compared. */
final class SubjectTrial {
  private final String className;
  private final String classPath;
  private final Level level;

  /**
   * Nothing loaded yet.
   *
   * @param className see {@link SubjectLoader#load}
   * @param classPath see {@link SubjectLoader#load}
   * @param level what its maps have to implement
   */
  SubjectTrial(String className, String classPath, Level level) {
    this.className = className;
    this.classPath = classPath;
    this.level = level;
  }

  /**
   * The factory.
   *
   * @param seconds how long that may take
   * @throws IllegalArgumentException with a sentence for people if its maps cannot be compared
   */
  SubjectFactory within(int seconds) {
    FutureTask<SubjectFactory> trial = new FutureTask<>(this::load);
    Thread thread = new Thread(trial, "flagrant: first use of " + className);
    thread.setDaemon(true);
    thread.start();
    try {
      return trial.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalArgumentException(
          "--subject: " + className + " hangs: it has made no map within " + seconds + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new IllegalArgumentException(
          "--subject: " + className + " cannot be used: " + root(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What all the throwables around it were thrown for. */
  static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  private SubjectFactory load() {
    SubjectFactory factory = SubjectLoader.load(className, classPath);
    requireLevel(factory);
    return factory;
  }

  private void requireLevel(SubjectFactory factory) {
    SplittableRandom random = new SplittableRandom(0);
    AnswersSubject made;
    try {
      made = factory.make(MapKind.INT64, -1, () -> Integer.toUnsignedLong(random.nextInt()));
    } catch (RuntimeException | Error e) {
      throw new IllegalArgumentException("--subject: " + className + ".make throws " + root(e), e);
    }
    Level highest = Level.highest(made);
    if (highest == null) {
      throw new IllegalArgumentException("--subject: " + className + ".make returns null");
    }
    if (highest.compareTo(level) < 0) {
      throw new IllegalArgumentException(
          String.format(
              "--subject: what %s makes does not implement %s, as level %d asks for;"
                  + " give --level %d",
              className, level.type().getSimpleName(), level.number(), highest.number()));
    }
  }
}
