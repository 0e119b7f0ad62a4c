package dev.flagrant.stress.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much is run of each test.
 *
 * <p>No iteration is shorter than a second: JCStress finds out how many trials it can prepare at
 * once in no more time than one iteration takes, and with less it settles for one, which makes a
 * thousandth of the samples. The finding out prepares thirty times as many as it settles for, so
 * the two short modes name a bound: 8 strides of 256 trials, and in quick, where maps are also
 * filled by the interpreter, 2 of 16. Actors start a stride together; in short ones fewer trials
 * are made, and more of them overlap. In smoke a method waits for its compilation: how much of a
 * short run is interpreted then depends on the number of calls, not on what else the machine does.
 */
public enum Mode {
  /** Every test once, all of it compiled by C2. */
  SMOKE(2, "quick", "-sc", "false", "-time", "1000", "-strideCount", "8"),
  /** Every test interpreted, compiled by C1, by C2, and by C2 with its choices made at random. */
  QUICK(2, "quick", "-sc", "false", "-time", "1000", "-strideSize", "16", "-strideCount", "2"),
  /** JCStress's own default: each actor in each way of being compiled. */
  DEFAULT(5, "default"),
  /** Ten times that. */
  TOUGH(5, "tough");

  private static final String C2_ONLY = "-XX:-TieredCompilation";
  private static final String COMPILED_AT_ONCE = "-XX:-BackgroundCompilation";

  /** What the short modes run of a test at first, and of one that has shown too little. */
  private static final int[] ITERATIONS = {1, 4, 10};

  private final Duration patience;
  private final String preset;
  private final List<String> options;

  Mode(int patienceMinutes, String preset, String... options) {
    this.patience = Duration.ofMinutes(patienceMinutes);
    this.preset = preset;
    this.options = List.of(options);
  }

  /** Its name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How long no JVM may end before those at work are taken for hung. */
  Duration patience() {
    return patience;
  }

  /**
   * JCStress's options for it.
   *
   * @param round from 1: a test is run again if it has shown too little, and for longer if it was a
   *     short run
   * @param jvmOptions further ones for the JVM
   */
  List<String> jcstressOptions(int round, List<String> jvmOptions) {
    List<String> all = new ArrayList<>(List.of("-m", preset));
    all.addAll(options);
    if (this == SMOKE || this == QUICK) {
      int last = ITERATIONS.length;
      all.addAll(List.of("-iters", Integer.toString(ITERATIONS[Math.min(round, last) - 1])));
    }
    List<String> jvm = new ArrayList<>();
    if (this == SMOKE) {
      jvm.add(C2_ONLY);
      jvm.add(COMPILED_AT_ONCE);
    }
    jvm.addAll(jvmOptions);
    if (!jvm.isEmpty()) {
      all.add(this == SMOKE ? "-jvmArgs" : "-jvmArgsPrepend");
      all.add(String.join(" ", jvm));
    }
    return all;
  }
}
