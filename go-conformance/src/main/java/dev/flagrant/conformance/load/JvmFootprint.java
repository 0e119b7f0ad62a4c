package dev.flagrant.conformance.load;

import dev.flagrant.map.GoMap;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.openjdk.jol.info.GraphLayout;
import org.openjdk.jol.vm.VM;

/** The memory a map takes on this JVM, found by following all of its references. */
final class JvmFootprint {
  static {
    startJol();
  }

  private JvmFootprint() {}

  /**
   * Bytes for each entry of everything that is reachable from the map but its keys and elems.
   *
   * @param map its keys and elems are all of class {@link Long}
   */
  static double bytesPerEntry(GoMap<Long, Long> map) {
    GraphLayout reachable = GraphLayout.parseInstance(map);
    long bytes = reachable.totalSize() - reachable.getClassSizes().count(Long.class);
    return (double) bytes / map.len();
  }

  /**
   * Lets JOL find its way without an agent: it may not attach one to its own process, and nothing
   * else tells it of the fields of records. That it goes without, it prints to standard output,
   * which is the table's.
   */
  private static void startJol() {
    System.setProperty("jol.magicFieldOffset", "true");
    System.setProperty("jol.skipInstallAttach", "true");
    System.setProperty("jol.skipDynamicAttach", "true");
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      var unused = VM.current();
    } finally {
      System.setOut(out);
    }
  }
}
