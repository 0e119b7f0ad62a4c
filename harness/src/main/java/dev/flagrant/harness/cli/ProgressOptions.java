package dev.flagrant.harness.cli;

import dev.flagrant.harness.check.ProgressListener;
import dev.flagrant.harness.report.BarProgress;
import dev.flagrant.harness.report.NoProgress;
import dev.flagrant.harness.report.PlainProgress;
import java.io.PrintWriter;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How progress is shown. */
final class ProgressOptions {

  @Option(names = "--no-progress", description = "Shows no progress.")
  private boolean none;

  /**
   * Who shows it.
   *
   * @param title what is under way
   * @param words what is said of a scenario that is over, where no person watches
   */
  <R> ProgressListener<R> listener(
      String title, PrintWriter err, Function<? super R, String> words) {
    if (none) {
      return new NoProgress<>();
    }
    return Terminal.isPresent()
        ? new BarProgress<>(title, System.err)
        : new PlainProgress<>(err, words);
  }
}
