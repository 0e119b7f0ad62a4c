package dev.flagrant.map.runtime;

import dev.flagrant.map.AccessListener;
import dev.flagrant.map.Failure;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What Go keeps in globals of its runtime: where random bits come from, and what a detection does.
 *
 * @param random 64 random bits a call; Go's {@code fastrand}
 * @param failure what a detection does
 * @param namesOtherThread whether a detection looks for the other thread
 * @param listener told of every access
 */
public record Options(
    LongSupplier random,
    Failure failure,
    boolean namesOtherThread,
    @Nullable AccessListener listener) {
  static final String FAILURE_PROPERTY = "dev.flagrant.failure";
  static final String NAME_PROPERTY = "dev.flagrant.name-other-thread";

  /** The options that the system properties ask for, read once. */
  public static final Options DEFAULT =
      fromProperties(
          System.getProperty(FAILURE_PROPERTY, "throw"),
          System.getProperty(NAME_PROPERTY, "false"));

  /** A process that ends prints the stacks of the threads involved, so it must know them. */
  public Options {
    namesOtherThread = namesOtherThread || failure == Failure.HALT;
  }

  static Options fromProperties(String failure, String namesOtherThread) {
    return new Options(
        () -> ThreadLocalRandom.current().nextLong(),
        failureNamed(failure),
        truth(namesOtherThread),
        null);
  }

  private static Failure failureNamed(String name) {
    for (Failure failure : Failure.values()) {
      if (failure.name().toLowerCase(Locale.ROOT).equals(name)) {
        return failure;
      }
    }
    throw new IllegalArgumentException(
        FAILURE_PROPERTY + "=" + name + ": it is one of throw, halt");
  }

  private static boolean truth(String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              NAME_PROPERTY + "=" + word + ": it is one of true, false");
    };
  }
}
