package dev.flagrant.stress.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A part of the tests, for one of several machines.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {

  /** All of it. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern WORDS = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

  /** A part that exists. */
  public Shard {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("'%d/%d': it is 1/n to n/n".formatted(number, of));
    }
  }

  /**
   * The part that words such as {@code 2/8} name.
   *
   * @throws IllegalArgumentException if they name none
   */
  @JsonCreator
  public static Shard parse(String words) {
    Matcher matcher = WORDS.matcher(words);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + words + "': it is i/n, as in 2/8");
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Its share of the tests: every n-th, so that neighbours, which take as long, are spread. */
  List<String> of(List<String> tests) {
    return IntStream.range(0, tests.size())
        .filter(index -> index % of == number - 1)
        .mapToObj(tests::get)
        .toList();
  }

  @JsonValue
  @Override
  public String toString() {
    return number + "/" + of;
  }
}
