package dev.flagrant.stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the modes ask of JCStress. */
class ModeTest {

  @Test
  void aShortRunThatHasShownTooLittleIsRepeatedForLonger() {
    assertThat(Mode.SMOKE.jcstressOptions(1, List.of())).containsSequence("-iters", "1");
    assertThat(Mode.SMOKE.jcstressOptions(2, List.of())).containsSequence("-iters", "4");
    assertThat(Mode.QUICK.jcstressOptions(3, List.of())).containsSequence("-iters", "10");
    assertThat(Mode.DEFAULT.jcstressOptions(3, List.of())).doesNotContain("-iters");
  }

  @Test
  void theOptionsForTheJvmAreKeptWhereJcstressChoosesItsOwnToo() {
    assertThat(Mode.SMOKE.jcstressOptions(1, List.of("-XX:+UseSerialGC")))
        .endsWith("-jvmArgs", "-XX:-TieredCompilation -XX:-BackgroundCompilation -XX:+UseSerialGC");
    assertThat(Mode.DEFAULT.jcstressOptions(1, List.of("-XX:+UseSerialGC")))
        .endsWith("-jvmArgsPrepend", "-XX:+UseSerialGC");
  }
}
