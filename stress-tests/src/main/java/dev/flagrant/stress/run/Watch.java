package dev.flagrant.stress.run;

import java.time.Duration;

/**
 * Ends the JVMs under a JCStress that has said nothing for too long: JCStress itself waits for a
 * hung map for ever. It then counts them as failed, and goes on with the next test.
 */
final class Watch {

  private static final long PERIOD_MILLIS = 500;

  private final Process process;
  private final Duration patience;
  private final Thread thread;
  private volatile long lastOutput = System.nanoTime();

  Watch(Process process, Duration patience) {
    this.process = process;
    this.patience = patience;
    this.thread = new Thread(this::watch, "flagrant: watch over JCStress");
    thread.setDaemon(true);
    thread.start();
  }

  void sawOutput() {
    lastOutput = System.nanoTime();
  }

  void end() {
    thread.interrupt();
  }

  private void watch() {
    try {
      while (process.isAlive()) {
        Thread.sleep(PERIOD_MILLIS);
        if (System.nanoTime() - lastOutput > patience.toNanos()) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          sawOutput();
        }
      }
    } catch (InterruptedException e) {
      // the run is over
    }
  }
}
