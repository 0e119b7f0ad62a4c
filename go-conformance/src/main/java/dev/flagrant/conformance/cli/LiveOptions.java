package dev.flagrant.conformance.cli;

import dev.flagrant.conformance.Conformance;
import dev.flagrant.conformance.MapKind;
import dev.flagrant.conformance.Recorder;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to record, if traces are to be fresh. */
final class LiveOptions {
  private static final int BLOCK = 1 << 14;

  @Option(
      names = "--live",
      description = "Records fresh traces with the Go 1.19 on the PATH, and replays those.")
  private boolean live;

  @Option(
      names = "--ops",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "Operations of fresh traces. Default: ${DEFAULT-VALUE}.")
  private long operations;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Chooses the operations of fresh traces. Default: another one each time.")
  private @Nullable Long seed;

  @Option(
      names = "--types",
      paramLabel = "TYPES",
      description = "Records one trace only, with this key and elem type: for example int64/int64.")
  private @Nullable String types;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description =
          "With --types: mixed, grow, churn, iterate, clear, hints, tombstones or adversarial.")
  private @Nullable String shape;

  @Option(names = "--size", paramLabel = "N", description = "With --shape: its size.")
  private long size;

  @Option(
      names = "--block",
      paramLabel = "N",
      description = "With --shape: operations from one full state to the next.")
  private int block = BLOCK;

  boolean isAskedFor() {
    return live;
  }

  /** Refuses what makes no sense, with a sentence for people. */
  void validate() {
    require(operations > 0, "--ops is " + operations + "; it must be at least 1");
    require(size >= 0, "--size is " + size + "; it must not be negative");
    require(block > 0, "--block is " + block + "; it must be at least 1");
    require((types == null) == (shape == null), "--types and --shape go together");
    require(live || (types == null && seed == null), "--seed, --types and --shape need --live");
    require(
        shape == null || Recorder.SHAPES.contains(shape),
        "--shape: there is no " + shape + "; it is one of " + String.join(", ", Recorder.SHAPES));
    if (types != null) {
      var unused = kind(types);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static MapKind kind(String types) {
    return Arrays.stream(MapKind.values())
        .filter(kind -> kind.typeNames().equals(types))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--types: there are no "
                        + types
                        + "; it is one of "
                        + Arrays.stream(MapKind.values())
                            .map(MapKind::typeNames)
                            .collect(Collectors.joining(", "))));
  }

  /** The seed, chosen now if none was given. */
  long seed() {
    if (seed == null) {
      seed = new SecureRandom().nextLong() >>> 16;
    }
    return seed;
  }

  /** Says why nothing can be recorded here, or null. */
  static @Nullable String obstacle() {
    String version = Recorder.goVersion().orElse(null);
    if (version == null) {
      return "--live needs Go 1.19, and there is no 'go' on the PATH";
    }
    return version.contains(Recorder.GO_RELEASE + ".")
            || version.contains(Recorder.GO_RELEASE + " ")
        ? null
        : "--live needs Go 1.19, whose map this is, and the PATH has " + version;
  }

  void run(Conformance conformance) throws IOException {
    try (Recorder recorder = Recorder.build()) {
      if (types == null || shape == null) {
        conformance.live(recorder, operations, seed());
        return;
      }
      conformance.replay(
          recorder.record(new Recorder.Order(kind(types), shape, operations, seed(), size, block)));
    }
  }
}
