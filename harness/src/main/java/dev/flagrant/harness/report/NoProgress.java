package dev.flagrant.harness.report;

import dev.flagrant.harness.check.ProgressListener;

/**
 * No progress at all.
 *
 * @param <R> what is told of a scenario that is over
 */
public final class NoProgress<R> implements ProgressListener<R> {

  @Override
  public void begin(String scenario, int number, int of) {}

  @Override
  public void progress(double done) {}

  @Override
  public void end(R report) {}

  @Override
  public void close() {}
}
