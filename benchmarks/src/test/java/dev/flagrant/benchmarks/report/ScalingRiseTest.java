package dev.flagrant.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.report.Threshold.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cliff of GoMap's own is seen wherever it is, and one that HashMap has, too, is excused. */
class ScalingRiseTest {
  private static final String FLAT = "1 1 1 1 1";
  private static final List<Integer> SIZES = Effort.FULL.scaleSteps();
  private static final Platform OTHER = new Platform("JDK 25", "g1");

  @ParameterizedTest
  @CsvSource({
    "1 1 2.1 1 1, 1 1 1 1 1, NOT_MET, 2.1",
    "1 1 1 1 2.1, 1 1 1 1 1, NOT_MET, 2.1",
    "1 1.3 1.69 2.197 2.197, 1 1 1 1 1, NOT_MET, 2.197",
    "1 1 1 1 2.0, 1 1 1 1 1, MET, 2.0",
    "1 1 2.1 2.1 2.1, 1 1 2.1 2.1 2.1, MET, 1",
    "1 1 1 1 1, 1 1 0.5 1 1, MET, 1",
    "2.1 1 1 1 1, 1 1 1 1 1, MET, 1",
  })
  void aRiseBeyondTwiceHashMapsIsACliff(
      String goMap, String hashMap, Outcome outcome, double figure) {
    for (Operation operation : Operation.values()) {
      List<ScalePoint> points = points("GoMap", Runs.PARALLEL, operation, goMap);
      points.addAll(points("HashMap", Runs.PARALLEL, operation, hashMap));
      assertThat(judge(points)).as(operation.name()).isEqualTo(outcome);
      assertThat(figure(points)).as(operation.name()).isCloseTo(figure, within(1e-9));
    }
  }

  @Test
  void aCliffOfOneOperationIsNotExcusedByAnotherOfHashMap() {
    List<ScalePoint> points = points("GoMap", Runs.PARALLEL, Operation.HIT, "1 1 2.1 2.1 2.1");
    points.addAll(points("HashMap", Runs.PARALLEL, Operation.UPDATE, "1 1 2.1 2.1 2.1"));
    assertThat(judge(points)).isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void theWorstPlatformCountsAndThoseWithBothMapsAreNamed() {
    List<ScalePoint> points = flat(Runs.PARALLEL);
    points.addAll(points("GoMap", OTHER, Operation.INSERT, "1 1 2.1 1 1"));
    assertThat(Metric.SCALING_RISE.platforms(Runs.withScaling(points)))
        .containsExactly("JDK 17 parallel");
    assertThat(judge(points)).isEqualTo(Outcome.IN_PART);
    points.addAll(points("HashMap", OTHER, Operation.INSERT, FLAT));
    assertThat(judge(points)).isEqualTo(Outcome.NOT_MET);
    assertThat(figure(points)).isCloseTo(2.1, within(1e-9));
    assertThat(Metric.SCALING_RISE.platforms(Runs.withScaling(points)))
        .containsExactly("JDK 17 parallel", "JDK 25 g1");
  }

  @Test
  void ofSeveralProcessesTheMedianCounts() {
    List<ScalePoint> points = flat(Runs.PARALLEL);
    points.addAll(points("GoMap", Runs.PARALLEL, Operation.HIT, "1 1 9 1 1"));
    points.addAll(points("GoMap", Runs.PARALLEL, Operation.HIT, "1 1 1.5 1 1"));
    assertThat(figure(points)).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void aVerdictNeedsEverySizeOfBothMaps() {
    List<ScalePoint> all = flat(Runs.PARALLEL);
    assertThat(judge(all)).isEqualTo(Outcome.MET);
    for (ScalePoint missing : all) {
      List<ScalePoint> fewer = new ArrayList<>(all);
      fewer.remove(missing);
      assertThat(judge(fewer)).as(missing.toString()).isEqualTo(Outcome.IN_PART);
    }
    assertThat(judge(all.subList(0, SIZES.size()))).as("GoMap").isEqualTo(Outcome.NOT_MEASURED);
  }

  private enum Operation {
    INSERT,
    HIT,
    UPDATE
  }

  private static List<ScalePoint> flat(Platform platform) {
    List<ScalePoint> points = points("GoMap", platform, Operation.HIT, FLAT);
    points.addAll(points("HashMap", platform, Operation.HIT, FLAT));
    return points;
  }

  /** One of each size, whose times are all 100 ns but those of an operation. */
  private static List<ScalePoint> points(
      String peer, Platform platform, Operation operation, String times) {
    double[] factors = Arrays.stream(times.split(" ")).mapToDouble(Double::parseDouble).toArray();
    List<ScalePoint> points = new ArrayList<>();
    for (int i = 0; i < factors.length; i++) {
      points.add(
          new ScalePoint(
              peer,
              platform,
              SIZES.get(i),
              nanos(operation == Operation.INSERT, factors[i]),
              nanos(operation == Operation.HIT, factors[i]),
              nanos(operation == Operation.UPDATE, factors[i])));
    }
    return points;
  }

  private static double nanos(boolean longer, double factor) {
    return longer ? 100 * factor : 100;
  }

  private static double figure(List<ScalePoint> points) {
    return Metric.SCALING_RISE.of(Runs.withScaling(points)).orElseThrow();
  }

  private static Outcome judge(List<ScalePoint> points) {
    Campaign run = Runs.withScaling(points);
    return Threshold.all().stream()
        .filter(each -> each.metric() == Metric.SCALING_RISE)
        .findFirst()
        .orElseThrow()
        .judge(run);
  }
}
