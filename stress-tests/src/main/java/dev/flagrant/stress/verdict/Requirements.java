package dev.flagrant.stress.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the results of all tests must show; {@code requirements.json} beside this class.
 *
 * @param modes what each mode must have done of every test
 * @param tests what each test must have shown, in any mode
 */
public record Requirements(
    @JsonProperty(required = true) Map<String, Effort> modes,
    @JsonProperty(required = true) List<Requirement> tests) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * What a mode must have done of a test.
   *
   * @param configurations the least number of different configurations of the JVM
   * @param samples the least number of samples, over all configurations
   */
  public record Effort(
      @JsonProperty(required = true) int configurations,
      @JsonProperty(required = true) long samples) {}

  /** The ones of this project's tests. */
  public static Requirements load() {
    try (InputStream in =
        Objects.requireNonNull(
            Requirements.class.getResourceAsStream("requirements.json"), "requirements.json")) {
      return JSON.readValue(in, Requirements.class);
    } catch (IOException e) {
      throw new UncheckedIOException("requirements.json cannot be read", e);
    }
  }

  /** The same for a guard of the flags word; most do not depend on it. */
  public Requirements under(String guard) {
    return new Requirements(modes, tests.stream().map(each -> each.under(guard)).toList());
  }

  /** The same for another map than Go's: of the tests that run on any map. */
  public Requirements of(Expected map) {
    return new Requirements(
        modes, tests.stream().map(each -> each.of(map)).flatMap(Stream::ofNullable).toList());
  }

  /**
   * What a mode must have done.
   *
   * @throws IllegalArgumentException if there is no such mode
   */
  public Effort effort(String mode) {
    Effort effort = modes.get(mode);
    if (effort == null) {
      throw new IllegalArgumentException("there is no mode " + mode);
    }
    return effort;
  }
}
