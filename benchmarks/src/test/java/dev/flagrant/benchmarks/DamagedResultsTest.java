package dev.flagrant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.report.Runs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Results that lack something, wherever it is, are told of in one line. */
class DamagedResultsTest {
  /** Results of earlier versions lack these. */
  private static final Set<String> OPTIONAL = Set.of("/code", "/jdks", "/heapGiB");

  @TempDir private Path folder = Path.of("");

  private final StringWriter output = new StringWriter();

  private static JsonNode whole() {
    return ResultsFile.JSON.valueToTree(
        Runs.ofThisMachine(Map.of("JDK 17", "17.0.15", "JDK 25", "25.0.3")));
  }

  @Test
  void whatLacksNothingIsRead() throws IOException {
    assertThat(report(whole())).as(output.toString()).isZero();
  }

  /** All but numbers of records, which then are 0. */
  static Stream<JsonPointer> places() {
    List<JsonPointer> places = new ArrayList<>();
    addPlaces(whole(), JsonPointer.empty(), places);
    return places.stream()
        .filter(place -> !OPTIONAL.contains(place.toString()))
        .filter(place -> !place.toString().startsWith("/jdks/"));
  }

  private static void addPlaces(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    if (!at.matches() && !node.isNumber() && !node.isBoolean()) {
      places.add(at);
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      addPlaces(node.get(name), at.appendProperty(name), places);
    }
    // The elements are alike.
    IntStream.range(0, Math.min(1, node.size()))
        .filter(i -> node.isArray())
        .forEach(i -> addPlaces(node.get(i), at.appendIndex(i), places));
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatLacksSomethingIsMisuse(JsonPointer place) throws IOException {
    JsonNode damaged = whole();
    JsonNode parent = damaged.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.remove(place.last().getMatchingProperty());
    } else if (parent instanceof ArrayNode array) {
      array.setNull(place.last().getMatchingIndex());
    }
    assertRefused(damaged);
  }

  @Test
  void aSampleThatIsNoNumberIsMisuse() throws IOException {
    JsonNode damaged = whole();
    ((ArrayNode) damaged.at("/timings/0/samples")).setNull(0);
    assertRefused(damaged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jdks/JDK 17", "/latencies/0/all/p50"})
  void aNameWithoutAValueIsMisuse(String place) throws IOException {
    JsonNode damaged = whole();
    JsonPointer at = JsonPointer.compile(place);
    ((ObjectNode) damaged.at(at.head())).putNull(at.last().getMatchingProperty());
    assertRefused(damaged);
  }

  private void assertRefused(JsonNode damaged) throws IOException {
    assertThat(report(damaged)).as(output.toString()).isEqualTo(2);
    assertThat(output.toString())
        .startsWith("there are no results that can be read in " + folder + ": ")
        .doesNotContain("\tat ");
  }

  private int report(JsonNode results) throws IOException {
    Files.writeString(folder.resolve(ResultsFile.NAME), results.toString());
    PrintWriter writer = new PrintWriter(output);
    CommandLine command = new CommandLine(new BenchCommand()).setOut(writer).setErr(writer);
    return command.execute("--report", folder.toString());
  }
}
