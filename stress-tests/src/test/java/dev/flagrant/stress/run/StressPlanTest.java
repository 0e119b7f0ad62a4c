package dev.flagrant.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.GoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.infra.runners.TestList;

/** Which tests a plan selects. */
class StressPlanTest {

  private static StressPlan plan(String map, String tests, Shard shard) {
    return new StressPlan(map, Mode.SMOKE, "jdk17", tests, List.of(), shard);
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
    assertThat(new StressPlan(GO_MAP, Mode.SMOKE, "jdk17", "", each, Shard.WHOLE).guard())
        .isEqualTo(guard);
  }

  @Test
  void aShardReadsAsItIsWritten() {
    assertThat(Shard.parse("2/8")).isEqualTo(new Shard(2, 8)).hasToString("2/8");
  }
}
