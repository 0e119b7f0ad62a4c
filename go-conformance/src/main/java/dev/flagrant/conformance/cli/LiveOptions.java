package dev.flagrant.conformance.cli;

import dev.flagrant.conformance.Conformance;
import dev.flagrant.conformance.MapKind;
import dev.flagrant.conformance.Recorder;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to record, if traces are to be fresh. */
final class LiveOptions {
  private static final long OPERATIONS = 2_000_000;

  @Option(
      names = "--live",
      description = "Records fresh traces with the Go 1.19 on the PATH, and replays those.")
  private boolean live;

  @Option(
      names = "--ops",
      paramLabel = "N",
      description = "Operations of fresh traces. Default: " + OPERATIONS + ".")
  private @Nullable Long operations;

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
      completionCandidates = Shapes.class,
      description = "With --types: one of ${COMPLETION-CANDIDATES}.")
  private @Nullable String shape;

  @Option(names = "--size", paramLabel = "N", description = "With --shape: its size.")
  private @Nullable Long size;

  @Option(
      names = "--block",
      paramLabel = "N",
      description =
          "With --shape: operations from one full state to the next. Default: "
              + Recorder.BLOCK
              + ".")
  private @Nullable Integer block;

  /** The names of the shapes, for the help. */
  private static final class Shapes implements Iterable<String> {
    Shapes() {}

    @Override
    public Iterator<String> iterator() {
      return Recorder.SHAPES.iterator();
    }
  }

  boolean isAskedFor() {
    return live;
  }

  /** Refuses what makes no sense, with a sentence for people. */
  void validate() {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("--ops", operations);
    given.put("--seed", seed);
    given.put("--types", types);
    given.put("--shape", shape);
    given.put("--size", size);
    given.put("--block", block);
    given.forEach((name, value) -> require(live || value == null, name + " needs --live"));
    require((types == null) == (shape == null), "--types and --shape go together");
    require(shape != null || size == null, "--size needs --shape");
    require(shape != null || block == null, "--block needs --shape");
    require(orElse(operations, 1) > 0, "--ops is " + operations + "; it must be at least 1");
    require(orElse(size, 0) >= 0, "--size is " + size + "; it must not be negative");
    require(orElse(block, 1) > 0, "--block is " + block + "; it must be at least 1");
    require(
        shape == null || Recorder.SHAPES.contains(shape),
        "--shape: there is no " + shape + "; it is one of " + String.join(", ", Recorder.SHAPES));
    List<String> kinds = Arrays.stream(MapKind.values()).map(MapKind::typeNames).toList();
    require(
        types == null || kinds.contains(types),
        "--types: there are no " + types + "; it is one of " + String.join(", ", kinds));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static long orElse(@Nullable Number given, long otherwise) {
    return given == null ? otherwise : given.longValue();
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

  /**
   * Records and replays.
   *
   * @throws IOException if nothing can be recorded here; the message says why
   */
  void run(Conformance conformance) throws IOException {
    long wanted = orElse(operations, OPERATIONS);
    try (Recorder recorder = Recorder.build()) {
      if (types == null || shape == null) {
        conformance.live(recorder, wanted, seed());
        return;
      }
      conformance.replay(
          recorder.record(
              new Recorder.Order(
                  MapKind.named(types),
                  shape,
                  wanted,
                  seed(),
                  orElse(size, 0),
                  Math.toIntExact(orElse(block, Recorder.BLOCK)))));
    }
  }
}
