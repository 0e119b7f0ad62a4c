package dev.flagrant.harness.report;

import dev.flagrant.harness.check.CheckListener;
import dev.flagrant.harness.check.ScenarioReport;
import dev.flagrant.testkit.RaceOutcome;
import java.io.PrintWriter;

/** Progress as one line for each scenario that is over: for logs and pipes. */
public final class PlainProgress implements CheckListener {

  private final PrintWriter out;
  private int number;
  private int of;

  /** Progress on this writer. */
  public PlainProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(String scenario, int newNumber, int all) {
    number = newNumber;
    of = all;
  }

  @Override
  public void progress(double done) {}

  @Override
  public void end(ScenarioReport report) {
    out.printf(
        "[%d/%d] %s: %s trials, %s detected, %s%n",
        number,
        of,
        report.scenario().name(),
        Numbers.count(report.race().trials()),
        Numbers.count(report.race().count(RaceOutcome.DETECTED)),
        report.finding().words());
    out.flush();
  }

  @Override
  public void close() {}
}
