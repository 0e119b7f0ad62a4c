package dev.flagrant.harness.report;

import dev.flagrant.harness.check.ProgressListener;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress as a bar, with the scenario under way: for terminals.
 *
 * @param <R> what is told of a scenario that is over
 */
public final class BarProgress<R> implements ProgressListener<R> {

  private static final long STEPS = 100;

  private final ProgressBar bar;

  /** A bar with this title on this stream. */
  public BarProgress(String title, PrintStream stream) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(title)
            .setInitialMax(STEPS)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .setConsumer(new ConsoleProgressBarConsumer(stream))
            .hideEta()
            .build();
  }

  @Override
  public void begin(String scenario, int number, int of) {
    bar.setExtraMessage("%d/%d %s".formatted(number, of, scenario));
  }

  @Override
  public void progress(double done) {
    bar.stepTo(Math.round(done * STEPS));
  }

  @Override
  public void end(R report) {}

  @Override
  public void close() {
    bar.close();
  }
}
