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
  private static final String HOLDING = OWN_THREAD + "holds up the end";
  private static final String HOOKS = "java.lang.ApplicationShutdownHooks";
  private static final String SHUTDOWN = "java.lang.Shutdown";
  private static final String SIGNAL = "java.lang.Terminator";

  private static final long POLL_MILLIS = 10;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Thread owner = Thread.currentThread();
  private volatile int status = NONE;
  private volatile boolean begun;
  private volatile boolean judged;

  private ProcessEnd() {}

  /**
   * Holds up the end until it is judged. It has a {@code run} of its own because {@link
   * Thread#run}, where a thread of Lincheck's starts it, waits for a turn that Lincheck may never
   * give, and then returns with nothing done.
   */
  private final class Holding extends Thread {
    Holding() {
      super(HOLDING);
    }

    @Override
    public void run() {
      awaitJudgement();
    }
  }

  /**
   * Watches over the end of the process, for the thread that calls this. A hook does not judge by
   * itself: where a thread of Lincheck's ends the process, the hook is Lincheck's as well, which
   * may break it off.
   */
  public static ProcessEnd watched() {
    ProcessEnd end = new ProcessEnd();
    Thread judge = new Thread(end::awaitAndJudge, OWN_THREAD + "asks who ends the process");
    judge.setDaemon(true);
    judge.start();
    Runtime.getRuntime().addShutdownHook(end.new Holding());
    return end;
  }

  /** Ends the process. */
  public void with(int verdict) {
    if (hasBegun()) {
      begun = true;
      for (long waited = 0; waited < PATIENCE_MILLIS; waited += POLL_MILLIS) {
        sleep(); // the judge halts, or the JVM as a signal asks it to
      }
      Runtime.getRuntime().halt(ExitStatus.USAGE);
    }
    status = verdict;
    System.exit(verdict);
  }

  /** Lincheck breaks off what ends the process in a thread of its own, and goes on. */
  private static boolean hasBegun() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void awaitJudgement() {
    begun = true;
    for (long waited = 0; !judged && waited < PATIENCE_MILLIS; waited += POLL_MILLIS) {
      sleep();
    }
  }

  private void awaitAndJudge() {
    while (!begun) {
      sleep();
    }
    judge();
    judged = true;
  }

  private void judge() {
    Ender ender = ender();
    if (status == NONE) {
      System.err.println(
          "flagrant: the process was ended before there was a verdict, by " + ender.told());
    }
    if (ender.isSignal() || (status != NONE && ender.thread == owner)) {
      return;
    }
    awaitOtherHooks(ender.thread);
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

    boolean runsHooks() {
      return isIn(HOOKS);
    }

    boolean isStartingThem() {
      return runsHooks() && stack.stream().noneMatch(frame -> frame.getMethodName().equals("join"));
    }

    private boolean isIn(String type) {
      return stack.stream().anyMatch(frame -> frame.getClassName().startsWith(type));
    }

    String told() {
      return isSignal()
          ? "a signal"
          : stack.stream() // what is above the end itself is its hooks' affair
              .dropWhile(frame -> !frame.getClassName().equals(SHUTDOWN))
              .filter(frame -> !frame.getClassName().matches("(java|jdk)\\..*"))
              .findFirst()
              .map(frame -> frame.getClassName() + "." + frame.getMethodName())
              .map("System.exit in "::concat)
              .orElse("a thread that is gone");
    }
  }

  private Ender ender() {
    for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
      Ender ender = new Ender(each.getKey(), List.of(each.getValue()));
      if (ender.runsHooks()) {
        return ender;
      }
    }
    return new Ender(owner, List.of());
  }

  /** The others end what the process has started, and delete what it has made for itself. */
  private static void awaitOtherHooks(Thread ender) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS / 2);
    while ((new Ender(ender, List.of(ender.getStackTrace())).isStartingThem() || isAnotherAlive())
        && System.nanoTime() < end) {
      sleep();
    }
  }

  /** All other threads of flagrant's but the hooks are daemons. */
  private static boolean isAnotherAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(
            thread ->
                !thread.isDaemon()
                    && thread.getName().startsWith(OWN_THREAD)
                    && !thread.getName().equals(HOLDING));
  }

  /** An interrupt is not passed on: it would cut short every other sleep, and thereby the wait. */
  private static void sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      // the process ends, whoever asks for it
    }
  }
}
