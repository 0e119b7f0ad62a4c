package dev.flagrant.stress.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.Guards;
import dev.flagrant.stress.verdict.Expected;
import dev.flagrant.stress.verdict.Requirement;
import dev.flagrant.stress.verdict.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * What is run, for the file that lies beside the results.
 *
 * @param map the class of the map under test
 * @param expect what is expected of it; null for Go's map, which has requirements of its own
 * @param detects classes of further throwables by which it tells of a race
 * @param mode how much
 * @param jdk the label of the JDK
 * @param tests a regular expression; of tests whose name has a match
 * @param jvmOptions further options of the JVMs that run tests
 * @param shard the part of them
 */
public record StressPlan(
    @JsonProperty(required = true) String map,
    @Nullable Expected expect,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> detects,
    @JsonProperty(required = true) Mode mode,
    @JsonProperty(required = true) String jdk,
    @JsonProperty(required = true) String tests,
    @JsonProperty(required = true) List<String> jvmOptions,
    @JsonProperty(required = true) Shard shard) {

  private static final String GO_MAP = GoMap.class.getName();

  /** One of which nothing is missing; of another map than Go's, anything is expected at least. */
  public StressPlan {
    boolean gos = GO_MAP.equals(map);
    if (gos && expect != null) {
      throw new IllegalArgumentException("Go's map has requirements of its own");
    }
    expect = gos || expect != null ? expect : Expected.ANY;
    Stream.of(map, detects, mode, jdk, jvmOptions, shard).forEach(Objects::requireNonNull);
    Pattern.compile(tests);
  }

  /** Every test of its shard. */
  public List<String> selected() {
    return shard.of(matching());
  }

  /**
   * Every test of all shards: those that there are and those that there should be, so that a jar
   * without tests is no success.
   */
  public List<String> matching() {
    TreeSet<String> all = new TreeSet<>(TestList.tests());
    TreeSet<String> others = new TreeSet<>();
    for (Requirement requirement : Requirements.load().tests()) {
      all.add(requirement.test());
      if (requirement.anyMap() == null) {
        others.add(requirement.test());
      }
    }
    if (!map.equals(GO_MAP)) {
      all.removeAll(others);
    }
    Pattern pattern = Pattern.compile(tests);
    return all.stream().filter(test -> pattern.matcher(test).find()).toList();
  }

  /** The same of another shard: what one campaign has in common. */
  public StressPlan whole() {
    return new StressPlan(map, expect, detects, mode, jdk, tests, jvmOptions, Shard.WHOLE);
  }

  /** The name of the guard that the JVM options choose: the last one counts, as for a JVM. */
  public String guard() {
    String option = "-D" + Guards.PROPERTY + "=";
    return jvmOptions.stream()
        .filter(each -> each.startsWith(option))
        .reduce((earlier, later) -> later)
        .map(each -> each.substring(option.length()))
        .orElse(Guards.DEFAULT);
  }

  /** What its tests must show. */
  public Requirements requirements() {
    Requirements all = Requirements.load();
    return expect == null ? all.under(guard()) : all.of(expect);
  }

  /** A few words for reports. */
  public String label() {
    List<String> words = new ArrayList<>(List.of(map, mode.label(), jdk));
    if (expect != null) {
      words.add("--expect " + expect);
    }
    detects.forEach(each -> words.add("--detects " + each));
    words.addAll(jvmOptions);
    if (!tests.isEmpty()) {
      words.add("--tests " + tests);
    }
    if (shard.of() > 1) {
      words.add("shard " + shard);
    }
    return String.join(", ", words);
  }
}
