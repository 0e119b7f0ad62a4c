package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What HotSpot puts in place where it is called goes by the number of bytecodes: at most 325
 * ({@code FreqInlineSize}) for a method that is called often. The operations rely on it.
 */
class PutInPlaceTest {
  private static final int FREQ_INLINE_SIZE = 325;

  @ParameterizedTest
  @CsvSource({
    "Access, mapaccess1",
    "Access, mapaccessFat",
    "Access, find",
    "Assign, mapassign",
    "Assign, assign",
    "Delete, mapdelete",
    "Hiter, mapiterinit",
    "Hiter, mapiternext",
    "Hiter, nextBucket",
    "Hiter, lookAhead",
    "Flags, endWriting",
  })
  void theWayOfACommonOperationIsShortEnough(String type, String method) {
    assertThat(bytecodes(type, method)).isLessThanOrEqualTo(FREQ_INLINE_SIZE);
  }

  @ParameterizedTest
  @CsvSource({"Access, findInChain", "Assign, assignInChain"})
  void theWayOfAnUncommonOneIsTooLong(String type, String method) {
    assertThat(bytecodes(type, method)).isGreaterThan(FREQ_INLINE_SIZE);
  }

  /** Counted as {@code javap} shows them: the last one returns or throws, and is one byte long. */
  private static int bytecodes(String type, String method) {
    StringWriter out = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    String classes =
        Path.of(
                URI.create(
                    Hmap.class.getProtectionDomain().getCodeSource().getLocation().toString()))
            .toString();
    String name = Hmap.class.getPackageName() + "." + type;
    PrintWriter writer = new PrintWriter(out, true);
    assertThat(javap.run(writer, writer, "-c", "-p", "-cp", classes, name)).isZero();
    int last = -1;
    boolean inside = false;
    for (String line : out.toString().lines().toList()) {
      if (line.matches("  \\S.*;")) { // the next member of the class
        inside = line.contains(" " + method + "(");
      } else if (inside && line.matches(" +\\d+: .*")) {
        last = Integer.parseInt(line.substring(0, line.indexOf(':')).strip());
      }
    }
    assertThat(last).as(method).isNotNegative();
    return last + 1;
  }
}
