package dev.flagrant.harness.report;

import dev.flagrant.harness.check.CheckListener;
import dev.flagrant.harness.check.ScenarioReport;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar, with the time left and the scenario under way: for terminals. */
public final class BarProgress implements CheckListener {

  private static final long STEPS = 100;

  private final ProgressBar bar;

  /** A bar on this stream. */
  public BarProgress(PrintStream stream) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("check")
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
  public void end(ScenarioReport report) {}

  @Override
  public void close() {
    bar.close();
  }
}
