package dev.flagrant.harness.hammer;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Stacks as text, short enough for a report: what is the engine's own is left out. */
final class Stacks {

  private static final int DEEPEST = 16;
  private static final String ENGINE = "dev.flagrant.harness.hammer.";
  private static final String ACTOR = "dev.flagrant.testkit.ActorRun";

  private Stacks() {}

  /** The innermost frames of a throwable. */
  static String of(Throwable thrown) {
    return lines(thrown.getStackTrace());
  }

  /** Where a thread is now. */
  static String of(Thread thread) {
    return "\"%s\" %s%n%s"
        .formatted(thread.getName(), thread.getState(), lines(thread.getStackTrace()));
  }

  private static String lines(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .filter(frame -> !frame.getClassName().startsWith(ENGINE))
        .filter(frame -> !frame.getClassName().startsWith(ACTOR))
        .limit(DEEPEST)
        .map(frame -> "    at " + frame)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
