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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Go is given the same work. */
class GoWorkloadsTest {
  private static final Pattern CONSTANT = Pattern.compile("(?m)^\\t(\\w+) += 1 << (\\d+)$");

  /** A lookup whose value nobody asks for: Go's compiler does not load it then. */
  private static final Pattern VALUE_NOT_ASKED_FOR = Pattern.compile("_, ok := .*; ok ");

  private static Map<String, Integer> constants() throws IOException {
    Map<String, Integer> constants = new HashMap<>();
    Matcher matcher = CONSTANT.matcher(source("workloads.go"));
    while (matcher.find()) {
      constants.put(matcher.group(1), 1 << Integer.parseInt(matcher.group(2)));
    }
    return constants;
  }

  private static String source(String name) throws IOException {
    String resource = "/dev/flagrant/benchmarks/go/" + name;
    try (InputStream in = GoWorkloadsTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"workloads.go", "scaling.go"})
  void aHitLoadsTheValueAsInJava(String name) throws IOException {
    assertThat(source(name)).doesNotContainPattern(VALUE_NOT_ASKED_FOR).contains("value, ok := ");
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
