package dev.flagrant.harness.report;

import dev.flagrant.harness.check.ProgressListener;
import java.io.PrintWriter;
import java.util.function.Function;

/**
 * Progress as one line for each scenario that is over: for logs and pipes.
 *
 * @param <R> what is told of a scenario that is over
 */
public final class PlainProgress<R> implements ProgressListener<R> {

  private final PrintWriter out;
  private final Function<? super R, String> words;
  private int number;
  private int of;

  /**
   * Progress on this writer.
   *
   * @param words what is said of a scenario, in one line
   */
  public PlainProgress(PrintWriter out, Function<? super R, String> words) {
    this.out = out;
    this.words = words;
  }

  @Override
  public void begin(String scenario, int newNumber, int all) {
    number = newNumber;
    of = all;
  }

  @Override
  public void progress(double done) {}

  @Override
  public void end(R report) {
    out.printf("[%d/%d] %s%n", number, of, words.apply(report));
    out.flush();
  }

  @Override
  public void close() {}
}
