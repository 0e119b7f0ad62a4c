package dev.flagrant.stress.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much is run of each test.
 *
 * <p>No iteration is shorter than a second: JCStress finds out how many trials it can prepare at
 * once in no more time than one iteration takes, and with less it settles for one, which makes a
 * thousandth of the samples.
 */
public enum Mode {
  /** Every test once, all of it compiled by C2. */
  SMOKE("quick", "-sc", "false", "-time", "1000", "-iters", "1"),
  /** Every test interpreted, compiled by C1, by C2, and by C2 with its choices made at random. */
  QUICK("quick", "-sc", "false", "-time", "1000", "-iters", "1"),
  /** JCStress's own default: each actor in each way of being compiled. */
  DEFAULT("default"),
  /** Ten times that. */
  TOUGH("tough");

  private static final String C2_ONLY = "-XX:-TieredCompilation";

  private final String preset;
  private final List<String> options;

  Mode(String preset, String... options) {
    this.preset = preset;
    this.options = List.of(options);
  }

  /** Its name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** JCStress's options for it, with further ones for the JVM. */
  List<String> jcstressOptions(List<String> jvmOptions) {
    List<String> all = new ArrayList<>(List.of("-m", preset));
    all.addAll(options);
    List<String> jvm = new ArrayList<>();
    if (this == SMOKE) {
      jvm.add(C2_ONLY);
    }
    jvm.addAll(jvmOptions);
    if (!jvm.isEmpty()) {
      all.add(this == SMOKE ? "-jvmArgs" : "-jvmArgsPrepend");
      all.add(String.join(" ", jvm));
    }
    return all;
  }
}
