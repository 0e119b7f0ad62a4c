package dev.flagrant.harness.report;

import dev.flagrant.harness.check.CheckListener;
import dev.flagrant.harness.check.ScenarioReport;

/** No progress at all. */
public final class NoProgress implements CheckListener {

  @Override
  public void begin(String scenario, int number, int of) {}

  @Override
  public void progress(double done) {}

  @Override
  public void end(ScenarioReport report) {}

  @Override
  public void close() {}
}
