package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that say a Go map is growing, or is not, or is one bucket, say the truth. */
class GrowingScenariosTest {

  static List<RaceScenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theMapGrowsWhereTheNameSaysSo(RaceScenario scenario) {
    GoMap<Integer, Integer> map = prepared(scenario);
    assertThat(growing(map)).isEqualTo(scenario.name().endsWith("while growing"));
  }

  @Test
  void itStillGrowsAtTheLastButOneOperation() {
    RaceScenario scenario = Scenarios.named("put/put while growing");
    GoMap<Integer, Integer> map = prepared(scenario);
    List<MapOperation> all = scenario.programs(2).stream().flatMap(List::stream).toList();
    all.subList(0, all.size() - 1).forEach(operation -> operation.perform(map));
    assertThat(growing(map)).isTrue();
  }

  @Test
  void theMapHasOneBucketWhereTheNameSaysSo() {
    assertThat(bucketsAfter("put/put same bucket", 2)).isEqualTo(1);
    assertThat(bucketsAfter("put/put same bucket", 64)).isEqualTo(1);
    assertThat(bucketsAfter("put/get", 2)).isEqualTo(1);
  }

  @Test
  void theMapHasManyBucketsWhereTheNameSaysSo() {
    assertThat(bucketsAfter("put/put different buckets", 2)).isEqualTo(64);
  }

  @Test
  void theMapGrowsDuringARaceAcrossAGrowth() {
    RaceScenario scenario = Scenarios.named("put/put across a growth");
    assertThat(buckets(prepared(scenario)).size()).isEqualTo(2);
    assertThat(bucketsAfter("put/put across a growth", 2)).isEqualTo(4);
  }

  private static int bucketsAfter(String name, int threads) {
    RaceScenario scenario = Scenarios.named(name);
    GoMap<Integer, Integer> map = prepared(scenario);
    for (List<MapOperation> program : scenario.programs(threads)) {
      program.forEach(operation -> operation.perform(map));
    }
    return buckets(map).size();
  }

  private static GoMap<Integer, Integer> prepared(RaceScenario scenario) {
    GoMap<Integer, Integer> map = new GoMap<>();
    scenario.prepare(map);
    return map;
  }

  private static boolean growing(Hmap header) {
    return header.growing();
  }

  private static BucketArray buckets(Hmap header) {
    return Objects.requireNonNull(header.buckets);
  }
}
