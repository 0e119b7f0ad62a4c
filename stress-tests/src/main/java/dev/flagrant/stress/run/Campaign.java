package dev.flagrant.stress.run;

import dev.flagrant.stress.verdict.ResultFiles;
import dev.flagrant.stress.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** Runs that belong together, of any number of machines, and the verdict on each JDK's. */
public final class Campaign {

  /** The plans, without their shards, and what was left by all runs of each. */
  private final Map<StressPlan, Part> parts = new LinkedHashMap<>();

  /** Where they were: a folder that is named twice, or with one around it, counts once. */
  private final Set<Path> folders = new HashSet<>();

  private final Map<Path, Integer> unfinished = new LinkedHashMap<>();

  private static final class Part {
    final TreeSet<String> selected = new TreeSet<>();
    final List<TestResult> results = new ArrayList<>();
  }

  /** Nothing yet. */
  public Campaign() {}

  /**
   * Adds every run whose plan lies in a folder or anywhere below it.
   *
   * @throws UnusableException if there is none, or one cannot be read
   */
  public void add(Path root) throws UnusableException {
    List<Path> plans;
    try (Stream<Path> files = Files.walk(root.toRealPath())) { // a link is not walked into
      plans = files.filter(file -> file.endsWith(PlanFile.NAME)).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableException(root + " cannot be read");
    }
    if (plans.isEmpty()) {
      throw new UnusableException(root + " holds no run: there is no " + PlanFile.NAME + " in it");
    }
    for (Path file : plans) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        addRun(folder);
      }
    }
  }

  private void addRun(Path folder) throws UnusableException {
    try {
      if (!folders.add(folder.toRealPath())) {
        return;
      }
      StressPlan plan = PlanFile.read(folder);
      Part part = parts.computeIfAbsent(plan.whole(), key -> new Part());
      part.selected.addAll(plan.selected());
      List<TestResult> results = Watch.explained(ResultFiles.in(folder), folder);
      part.results.addAll(results);
      Set<String> missing = new TreeSet<>(plan.selected());
      results.forEach(result -> missing.remove(result.getName()));
      if (!missing.isEmpty()) {
        unfinished.put(folder, missing.size());
      }
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UnusableException(
          "the run in %s cannot be read: %s; %s"
              .formatted(
                  folder, message, "wait if it still goes on, else delete it and run it again"));
    }
  }

  /** Folders of runs that left nothing of some of their tests, and of how many. */
  public Map<Path, Integer> unfinished() {
    return unfinished;
  }

  /** The verdicts on what was run, by plan; of a shard alone, only on its own tests. */
  public Map<StressPlan, Verdict> verdictsOnRuns() {
    Map<StressPlan, Verdict> verdicts = new LinkedHashMap<>();
    parts.forEach((plan, part) -> verdicts.put(plan, verdict(plan, part, part.selected)));
    return verdicts;
  }

  /** The verdicts on whole campaigns, by plan: a shard that is missing is a lack. */
  public Map<StressPlan, Verdict> verdictsOnWholes() {
    Map<StressPlan, Verdict> verdicts = new LinkedHashMap<>();
    parts.forEach((plan, part) -> verdicts.put(plan, verdict(plan, part, plan.matching())));
    return verdicts;
  }

  private static Verdict verdict(StressPlan plan, Part part, Iterable<String> expected) {
    TreeSet<String> names = new TreeSet<>();
    expected.forEach(names::add);
    return Verdict.of(plan.requirements(), plan.mode().label(), names, part.results);
  }
}
