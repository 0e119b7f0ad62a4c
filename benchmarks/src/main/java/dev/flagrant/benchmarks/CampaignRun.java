package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ResultsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries out a plan step by step. Results are written after every step, and a run that goes on
 * with the results of an earlier one leaves out the steps that those hold.
 */
final class CampaignRun {
  private final Plan plan;
  private final Path folder;
  private final Consumer<String> progress;
  private final Measured measured;
  private Optional<GoProgram> go = Optional.empty();

  /**
   * A run.
   *
   * @param folder where the results are written
   * @param progress is told of every step
   */
  CampaignRun(Plan plan, Path folder, Consumer<String> progress) {
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
    this.measured = new Measured(plan, System.getenv());
  }

  /**
   * Takes over what an earlier run has measured.
   *
   * @throws IllegalArgumentException if that cannot stand in one table with what this one will
   */
  void goOnWith(Campaign earlier) {
    measured.takeOver(earlier);
  }

  /** To be shown above the results. */
  void note(String text) {
    measured.note(text);
  }

  /** Measures all that is still missing. */
  Campaign run() throws IOException {
    try {
      CellSteps cells = new CellSteps(plan, measured, go);
      GrowthSteps growth = new GrowthSteps(plan, measured, go);
      List<Step> steps = new ArrayList<>();
      for (Part part : plan.parts()) {
        steps.addAll(
            switch (part) {
              case SPEED -> cells.speed();
              case CHECK -> cells.check();
              case MEMORY -> growth.memory();
              case LATENCY -> growth.latency();
              case SCALING -> growth.scaling();
            });
      }
      carryOut(steps);
      if (plan.parts().contains(Part.SPEED)) {
        // After all else, when what disturbed a cell may be over.
        for (List<Step> more = cells.speed(); !more.isEmpty(); more = cells.speed()) {
          progress.accept("more processes for the cells whose interval is wide");
          carryOut(more);
        }
      }
    } finally {
      go.ifPresent(GoProgram::close);
    }
    return measured.campaign();
  }

  /**
   * Builds the program of real Go, if a part wants it and there is a Go that it can be built with.
   *
   * @throws IllegalArgumentException if an earlier run had another Go
   * @throws MeasurementException if the program cannot be built, though there is a Go for it
   */
  void findGo() {
    if (plan.parts().stream().noneMatch(Part::hasRealGo)) {
      return;
    }
    Optional<Platform> found = GoRelease.onThePath();
    if (found.filter(GoRelease::isCompared).isPresent()) {
      go = GoProgram.build();
      go.map(GoProgram::platform).ifPresent(measured::takeGo);
    } else {
      measured.noteThatGoIsMissing();
      progress.accept(
          "real Go is not run: "
              + found.map(CampaignRun::otherMap).orElse("there is no 'go' on the path"));
    }
  }

  private static String otherMap(Platform go) {
    return "the path has %s; what is compared is the map of Go %s"
        .formatted(go, GoRelease.COMPARED);
  }

  /** Whether what runs is still what was started. */
  boolean isStillTheSameCode() {
    return measured.isStillTheSameCode();
  }

  private void carryOut(List<Step> steps) throws IOException {
    long begin = System.nanoTime();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String result = resultOf(step);
      double seconds = (System.nanoTime() - begin) / 1e9;
      double left = seconds / (i + 1) * (steps.size() - i - 1);
      progress.accept(
          String.format(
              Locale.ROOT,
              "[%d/%d, %.0f min left] %s: %s",
              i + 1,
              steps.size(),
              Math.ceil(left / 60),
              step.name(),
              result));
      ResultsFile.write(measured.campaign(), folder);
    }
  }

  /** What a step says, if it measured what was started. */
  private String resultOf(Step step) {
    try {
      String result = step.work().get();
      measured.requireTheSameCode();
      return result;
    } catch (MeasurementException e) {
      measured.requireTheSameCode(); // a process whose classes are being replaced fails, too
      throw e;
    }
  }
}
