package dev.flagrant.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real Go is given the same work. */
class GoWorkloadsTest {
  private static final Pattern CONSTANT = Pattern.compile("(?m)^\\t(\\w+) += 1 << (\\d+)$");

  private static Map<String, Integer> constants() throws IOException {
    try (InputStream in =
        GoWorkloadsTest.class.getResourceAsStream("/dev/flagrant/benchmarks/go/workloads.go")) {
      String source = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Integer> constants = new HashMap<>();
      Matcher matcher = CONSTANT.matcher(source);
      while (matcher.find()) {
        constants.put(matcher.group(1), 1 << Integer.parseInt(matcher.group(2)));
      }
      return constants;
    }
  }

  /** Maps of one entry are as many as a crowd has entries. */
  @Test
  void itHasAsManyMapsAndDrawsAsJava() throws IOException {
    assertThat(constants())
        .containsOnly(
            Map.entry("probingCrowd", Probing.CROWD),
            Map.entry("draws", Workload.HIT.operations(1)),
            Map.entry("iterateCrowd", Workload.ITERATE.operations(1)),
            Map.entry("populateCrowd", Workload.POPULATE.operations(1)));
  }
}
