package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.Microbenchmarks;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is to be measured.
 *
 * @param effort how thoroughly
 * @param parts which parts
 * @param jdks on which JDKs; the first is used where one is enough
 * @param collectors with which collectors; the first is used where one is enough
 * @param peers which maps
 * @param filter which cells, by their names
 * @param forks the fewest processes of a cell of the speed part
 * @param heapGiB the largest heap, which is that of very large maps
 */
record Plan(
    Effort effort,
    Set<Part> parts,
    List<Jdk> jdks,
    List<Collector> collectors,
    List<Peer> peers,
    Pattern filter,
    int forks,
    int heapGiB) {

  /** The maps whose growth is measured; real Go is the third. */
  private static final List<Peer> GROWN = List.of(Peer.GO_MAP, Peer.HASH_MAP);

  /** The heap in which one map grows while single puts are timed, where there is memory for it. */
  static final int LATENCY_HEAP_GIB = 6;

  /** What an entry of the largest map takes, with its key and room for the collector. */
  private static final int BYTES_PER_LARGE_ENTRY = 100;

  /** The cells of a part; none if it does not consist of cells. */
  List<Job> cells(Part part) {
    return switch (part) {
      case SPEED -> {
        Effort.Selection all = effort.selection();
        yield Microbenchmarks.comparison(
            new Effort.Selection(all.sizes(), all.keys(), all.probes(), peers),
            jdks,
            collectors,
            filter);
      }
      case CHECK -> Microbenchmarks.costOfTheGuards(effort.guardSizes(), jdks, collectors, filter);
      case MEMORY, LATENCY, SCALING -> List.of();
    };
  }

  /** Whether parts that consist of cells are asked for, and no cell is left of them. */
  boolean leavesNoCell() {
    List<Part> ofCells = Stream.of(Part.SPEED, Part.CHECK).filter(parts::contains).toList();
    return !ofCells.isEmpty() && ofCells.stream().allMatch(part -> cells(part).isEmpty());
  }

  /** Whether nothing is asked for but to grow maps, and none of those that are grown takes part. */
  boolean leavesNothingToGrow() {
    return EnumSet.of(Part.LATENCY, Part.SCALING).containsAll(parts) && grown().isEmpty();
  }

  /** The maps whose memory is measured: each one once. */
  List<Peer> weighed() {
    return peers.stream().filter(peer -> peer != Peer.GO_MAP_RANGE).toList();
  }

  List<Peer> grown() {
    return GROWN.stream().filter(peers::contains).toList();
  }

  /** The heap in which single puts are timed: no larger than the one that may be filled. */
  int latencyHeapGiB() {
    return Math.min(LATENCY_HEAP_GIB, heapGiB);
  }

  /** The sizes of very large maps that the heap has room for. */
  List<Integer> scaleSteps() {
    long room = ((long) heapGiB << 30) / BYTES_PER_LARGE_ENTRY;
    return effort.scaleSteps().stream().filter(step -> step <= room).toList();
  }
}
