package dev.flagrant.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.GoMap;
import dev.flagrant.stress.verdict.Expected;
import dev.flagrant.stress.verdict.Requirements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.infra.runners.TestList;

/** Which tests a plan selects. */
class StressPlanTest {

  private static StressPlan plan(String map, String tests, Shard shard) {
    return new StressPlan(map, null, List.of(), Mode.SMOKE, "jdk17", tests, List.of(), shard);
  }

  private static final String GO_MAP = GoMap.class.getName();

  @Test
  void aPlanForGosMapSelectsEveryTest() {
    assertThat(plan(GO_MAP, "", Shard.WHOLE).selected())
        .containsExactlyInAnyOrderElementsOf(TestList.tests());
  }

  @Test
  void aPlanForAnotherMapLeavesOutTheTestsThatLookIntoGos() {
    assertThat(plan("java.util.HashMap", "", Shard.WHOLE).selected())
        .contains("dev.flagrant.stress.writewrite.PutPutSameKey")
        .doesNotContain("dev.flagrant.stress.writewrite.MarkedWrites");
  }

  @Test
  void gosMapHasRequirementsOfItsOwnAndOfAnotherOneNothingIsExpectedThatNobodySays() {
    assertThat(plan(GO_MAP, "", Shard.WHOLE).requirements())
        .isEqualTo(Requirements.load().under("go"));
    assertThat(plan("java.util.HashMap", "", Shard.WHOLE).requirements())
        .isEqualTo(Requirements.load().of(Expected.ANY));
    assertThatThrownBy(
            () ->
                new StressPlan(
                    GO_MAP,
                    Expected.THREAD_SAFE,
                    List.of(),
                    Mode.SMOKE,
                    "jdk17",
                    "",
                    List.of(),
                    Shard.WHOLE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsExpectedOfAMapIsReadAsItIsWritten(@TempDir Path folder) throws Exception {
    StressPlan plan =
        new StressPlan(
            "my.Map",
            Expected.FAIL_FAST,
            List.of("my.Error"),
            Mode.SMOKE,
            "jdk17",
            "",
            List.of(),
            Shard.WHOLE);
    PlanFile.write(plan, folder);
    assertThat(PlanFile.read(folder)).isEqualTo(plan);
    assertThat(plan.label())
        .isEqualTo("my.Map, smoke, jdk17, --expect fail-fast, --detects my.Error");
    assertThat(plan.whole()).isEqualTo(plan);
  }

  @Test
  void shardsShareTheTestsAndLeaveNoneOut() {
    Set<String> all = new TreeSet<>();
    List<String> each = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      List<String> selected = plan(GO_MAP, "", new Shard(number, 4)).selected();
      all.addAll(selected);
      each.addAll(selected);
    }
    assertThat(each).doesNotHaveDuplicates();
    assertThat(all).isEqualTo(new TreeSet<>(TestList.tests()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2", "1/99999"})
  void aShardThatIsNoneIsRefused(String words) {
    assertThatThrownBy(() -> Shard.parse(words)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'', go",
    "-XX:+UseSerialGC, go",
    "-Ddev.flagrant.guard=stamp, stamp",
    "-Ddev.flagrant.guard=stamp -Xint -Ddev.flagrant.guard=atomic, atomic"
  })
  void theGuardIsTheOneThatTheLastOptionChooses(String options, String guard) {
    List<String> each = List.of(options.split(" "));
    StressPlan plan =
        new StressPlan(GO_MAP, null, List.of(), Mode.SMOKE, "jdk17", "", each, Shard.WHOLE);
    assertThat(plan.guard()).isEqualTo(guard);
  }

  @Test
  void aShardReadsAsItIsWritten() {
    assertThat(Shard.parse("2/8")).isEqualTo(new Shard(2, 8)).hasToString("2/8");
  }
}
