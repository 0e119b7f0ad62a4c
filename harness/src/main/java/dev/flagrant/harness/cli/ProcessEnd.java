package dev.flagrant.harness.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The end of the process, which is the command's own affair: a map under test that calls {@link
 * System#exit} would end it with a status of its choice, and 0 would pass for a verdict.
 *
 * <p>An end by a signal keeps the status that the JVM gives it. {@link Runtime#halt} asks nobody,
 * and nothing can be done about it.
 */
public final class ProcessEnd {

  private static final int NONE = -1;

  private static final String OWN_THREAD = "flagrant: ";
  private static final String HOOKS = "java.lang.ApplicationShutdownHooks";
  private static final String SIGNAL = "java.lang.Terminator";

  private static final long POLL_MILLIS = 5;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Thread owner = Thread.currentThread();
  private volatile int status = NONE;

  private ProcessEnd() {}

  /** Watches over the end of the process, for the thread that calls this. */
  public static ProcessEnd watched() {
    ProcessEnd end = new ProcessEnd();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(end::judge, OWN_THREAD + "asks who ends the process"));
    return end;
  }

  /** Ends the process. */
  public void with(int verdict) {
    status = verdict;
    System.exit(verdict);
  }

  private void judge() {
    Ender ender = awaitEnder();
    if (status == NONE) {
      System.err.println(
          "flagrant: the process was ended before there was a verdict, by " + ender.told());
    }
    if (ender.isSignal() || (status != NONE && ender.thread == owner)) {
      return;
    }
    awaitOtherHooks();
    Runtime.getRuntime().halt(status == NONE ? ExitStatus.USAGE : status);
  }

  /**
   * Who ends the process.
   *
   * @param thread the one that runs the hooks
   * @param stack what it is doing
   */
  private record Ender(Thread thread, List<StackTraceElement> stack) {

    boolean isSignal() {
      return isIn(SIGNAL);
    }

    /** By then it has started all hooks. */
    boolean isWaiting() {
      return isIn(HOOKS) && stack.stream().anyMatch(frame -> frame.getMethodName().equals("join"));
    }

    private boolean isIn(String type) {
      return stack.stream().anyMatch(frame -> frame.getClassName().startsWith(type));
    }

    String told() {
      return isSignal()
          ? "a signal"
          : stack.stream()
              .filter(frame -> !frame.getClassName().matches("(java|jdk)\\..*"))
              .findFirst()
              .map(frame -> frame.getClassName() + "." + frame.getMethodName())
              .map("System.exit in "::concat)
              .orElse("thread " + thread.getName());
    }
  }

  private Ender awaitEnder() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (System.nanoTime() < end) {
      for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
        Ender ender = new Ender(each.getKey(), List.of(each.getValue()));
        if (ender.isWaiting()) {
          return ender;
        }
      }
      sleep();
    }
    return new Ender(owner, List.of());
  }

  /** The others end what the process has started, and delete what it has made for itself. */
  private static void awaitOtherHooks() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (isAnotherAlive() && System.nanoTime() < end) {
      sleep();
    }
  }

  /** All other threads of flagrant's but the hooks are daemons. */
  private static boolean isAnotherAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(
            thread ->
                thread != Thread.currentThread()
                    && !thread.isDaemon()
                    && thread.getName().startsWith(OWN_THREAD));
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
