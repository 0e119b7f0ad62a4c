package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;

/** What maps take of the heap. */
class FootprintTest {
  static {
    System.setProperty("jol.skipDynamicAttach", "true"); // sizes of classes need no agent
  }

  @Test
  void anEmptyMapIsOneObjectNoLargerThanAnEmptyHashMap() {
    assertThat(ClassLayout.parseClass(GoMap.class).instanceSize())
        .isLessThanOrEqualTo(ClassLayout.parseClass(HashMap.class).instanceSize());
  }
}
