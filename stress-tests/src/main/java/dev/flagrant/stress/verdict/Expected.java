package dev.flagrant.stress.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.flagrant.stress.verdict.Requirement.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What is expected of a map other than Go's, in the words of {@code flagrant check}. At which site
 * such a map notices a race is its own affair: only Go's is judged by that.
 */
public enum Expected {
  /**
   * Every kind of race is told of, often enough. Single ones may still spoil something untold, but
   * none may make the map throw what tells of no race.
   */
  FAIL_FAST("CLEAN|DETECTED.*|LOST_UPDATE|TORN", "CLEAN", Map.of("DETECTED.*", 3L)),
  /** Every race is as some order of the operations. */
  THREAD_SAFE("CLEAN", "CLEAN", Map.of("CLEAN", 1_000L)),
  /** Whatever races do to the map, if only it works under a lock. */
  ANY(".*", ".*", Map.of());

  private static final String UNDER_A_LOCK = "CLEAN";

  private final String ofRaces;
  private final String ofReads;
  private final Map<String, Long> seenOfRaces;

  Expected(String ofRaces, String ofReads, Map<String, Long> seenOfRaces) {
    this.ofRaces = ofRaces;
    this.ofReads = ofReads;
    this.seenOfRaces = seenOfRaces;
  }

  /** A regular expression of all the outcomes that a test of this kind may show. */
  String allowed(Kind kind) {
    return switch (kind) {
      case RACE -> ofRaces;
      case READ_ONLY -> ofReads;
      case LOCKED -> UNDER_A_LOCK;
    };
  }

  /**
   * What a test of this kind must show.
   *
   * @param without what it must show where there is no race
   */
  Map<String, Long> seen(Kind kind, Map<String, Long> without) {
    return switch (kind) {
      case RACE -> seenOfRaces;
      case READ_ONLY -> this == ANY ? Map.of() : without;
      case LOCKED -> without;
    };
  }

  /**
   * The one in these words.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Expected named(String words) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is called " + words));
  }

  /** Its words, as {@code fail-fast}. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
