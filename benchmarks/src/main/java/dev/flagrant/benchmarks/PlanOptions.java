package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.model.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what is to be measured. */
final class PlanOptions {
  private static final int LARGEST_DEFAULT_HEAP_GIB = 16;
  private static final int QUICK_HEAP_GIB = 4;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--quick",
      description = "A subset, in less than three minutes: a look, not a result.")
  private boolean quick;

  @Option(names = "--smoke", hidden = true)
  private boolean smoke;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Parts: speed, check, memory, latency, scaling. All of them if not given.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "MAP",
      description =
          "The maps to compare: GoMap, GoMap-typed, GoMap-range, HashMap, ConcurrentHashMap,"
              + " synchronizedMap, fastutil, Agrona, Eclipse, HPPC.")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      description =
          "Of the parts speed and check only cells whose name has a match, such as"
              + " 'hit/long/equal/1000/HashMap/JDK 17 g1'.")
  private String filter = "";

  @Option(
      names = "--forks",
      paramLabel = "N",
      description =
          "Processes of each cell of the speed part, at least; 3 in a full run if not given. With"
              + " --resume those that are there count.")
  private @Nullable Integer forks;

  @Option(
      names = "--jdk",
      split = ",",
      paramLabel = "PATH",
      description =
          "Folder of a JDK, 17 or newer; may be repeated, for speed, memory and latency: check and"
              + " scaling are on the first. The running one if not given.")
  private List<Path> jdks = new ArrayList<>();

  @Option(
      names = "--gc",
      split = ",",
      paramLabel = "GC",
      description =
          "Collectors: g1, parallel; scaling is under the first, check under parallel if it is among"
              + " them. Both in this order if not given; with --quick g1.")
  private List<String> collectors = new ArrayList<>();

  @Option(
      names = "--heap",
      paramLabel = "GiB",
      description =
          "The largest heap, which is that of very large maps; two thirds of the memory, at most"
              + " 16 or with --quick 4, if not given.")
  private @Nullable Integer heap;

  /**
   * The plan that was asked for.
   *
   * @throws ParameterException if that cannot be
   */
  Plan plan() {
    Effort effort = smoke ? Effort.SMOKE : quick ? Effort.QUICK : Effort.FULL;
    Plan plan =
        new Plan(
            effort,
            only.isEmpty()
                ? EnumSet.allOf(Part.class)
                : EnumSet.copyOf(constants("--only", Part.class, only)),
            jdks(),
            collectors(effort),
            peers.isEmpty()
                ? effort.selection().peers()
                : peers.stream().map(this::peer).distinct().toList(),
            pattern(),
            atLeastOne("--forks", forks, "processes", effort.sampling().forks()),
            heap(effort));
    needs("--filter", !filter.isEmpty(), plan, Part.SPEED, Part.CHECK);
    needs("--peers", !peers.isEmpty(), plan, Part.SPEED, Part.MEMORY, Part.LATENCY, Part.SCALING);
    needs("--gc", !collectors.isEmpty(), plan, Part.SPEED, Part.CHECK, Part.LATENCY, Part.SCALING);
    needs("a second --jdk", jdks.size() > 1, plan, Part.SPEED, Part.MEMORY, Part.LATENCY);
    needs("a second --gc", collectors.size() > 1, plan, Part.SPEED, Part.LATENCY);
    needs("--forks", forks != null, plan, Part.SPEED);
    needs("--heap", heap != null, plan, Part.LATENCY, Part.SCALING);
    if (plan.leavesNoCell()) {
      throw misuse("--filter " + filter + ": no cell of these maps has such a name; see --help");
    }
    if (plan.leavesNothingToGrow()) {
      throw misuse("--peers: latency and scaling are of GoMap and HashMap, and neither is there");
    }
    if (plan.parts().equals(EnumSet.of(Part.MEMORY)) && plan.weighed().isEmpty()) {
      throw misuse("--peers: GoMap-range is GoMap in memory; give another map");
    }
    return plan;
  }

  /** An option that is silently left out would be taken for one that did something. */
  private void needs(String option, boolean given, Plan plan, Part... parts) {
    if (given && Arrays.stream(parts).noneMatch(plan.parts()::contains)) {
      String names =
          Arrays.stream(parts)
              .map(part -> part.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" or "));
      throw misuse(
          option + " has no meaning without " + names + "; leave it out, or change --only");
    }
  }

  /** Results go by the feature release alone, so that two of one could not be told apart. */
  private List<Jdk> jdks() {
    if (jdks.isEmpty()) {
      return List.of(Jdk.current());
    }
    Map<String, Jdk> byLabel = new LinkedHashMap<>();
    for (Path home : jdks) {
      Jdk jdk = jdk(home);
      if (byLabel.putIfAbsent(jdk.label(), jdk) != null) {
        throw misuse(
            "--jdk " + home + ": there is a " + jdk.label() + " already; give one of each");
      }
    }
    return List.copyOf(byLabel.values());
  }

  private List<Collector> collectors(Effort effort) {
    if (!collectors.isEmpty()) {
      return constants("--gc", Collector.class, collectors);
    }
    return effort == Effort.FULL ? Arrays.asList(Collector.values()) : List.of(Collector.G1);
  }

  private int heap(Effort effort) {
    int chosen = atLeastOne("--heap", heap, "GiB", defaultHeap(effort));
    long memory = Machine.here().memoryGiB();
    if (heap != null && memory > 0 && chosen > memory) {
      throw misuse("--heap " + heap + ": this machine has " + memory + " GiB of memory");
    }
    return chosen;
  }

  private static int defaultHeap(Effort effort) {
    int largest = effort == Effort.FULL ? LARGEST_DEFAULT_HEAP_GIB : QUICK_HEAP_GIB;
    return (int) Math.max(1, Math.min(largest, Machine.here().memoryGiB() * 2 / 3));
  }

  private int atLeastOne(String option, @Nullable Integer given, String of, int otherwise) {
    if (given != null && given < 1) {
      throw misuse(option + " " + given + ": it is a number of " + of + ", 1 or more");
    }
    return given == null ? otherwise : given;
  }

  private Jdk jdk(Path home) {
    try {
      return Jdk.at(home);
    } catch (MeasurementException e) {
      throw misuse("--jdk: " + e.getMessage());
    }
  }

  private <E extends Enum<E>> List<E> constants(String option, Class<E> type, List<String> words) {
    List<E> constants = new ArrayList<>();
    for (String word : words) {
      constants.add(
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> constant.name().equalsIgnoreCase(word))
              .findFirst()
              .orElseThrow(() -> misuse(option + ": there is no '" + word + "'; see --help")));
    }
    return constants.stream().distinct().toList();
  }

  private Peer peer(String label) {
    try {
      return Peer.labelled(label);
    } catch (IllegalArgumentException e) {
      throw misuse("--peers: " + e.getMessage());
    }
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(filter);
    } catch (PatternSyntaxException e) {
      throw misuse("--filter " + filter + ": " + e.getDescription());
    }
  }

  private ParameterException misuse(String message) {
    if (command == null) {
      throw new IllegalStateException("the options were not read by picocli");
    }
    return new ParameterException(command.commandLine(), message);
  }
}
