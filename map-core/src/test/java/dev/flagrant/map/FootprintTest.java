package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;

/** What maps take of the heap. */
class FootprintTest {
  static {
    // Sizes of classes need neither of them, and asking takes seconds.
    System.setProperty("jol.skipDynamicAttach", "true");
    System.setProperty("jol.skipHotspotSAAttach", "true");
  }

  @Test
  void anEmptyMapIsOneObjectNoLargerThanAnEmptyHashMap() {
    assertThat(ClassLayout.parseClass(GoMap.class).instanceSize())
        .isLessThanOrEqualTo(ClassLayout.parseClass(HashMap.class).instanceSize());
  }
}
