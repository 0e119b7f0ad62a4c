package dev.flagrant.conformance.torture;

import java.time.Duration;

/**
 * A torture in a process of its own, which may be ended while threads of it hang. Exit status 0 if
 * nothing was found, 1 if something was.
 */
final class TortureMain {
  private TortureMain() {}

  /** The arguments: the map, the seconds, the seed, and the seconds after which a thread hangs. */
  public static void main(String[] args) throws InterruptedException {
    Subject subject =
        switch (args[0]) {
          case "GoMap" -> Subject.GO_MAP;
          case "HashMap" -> Subject.HASH_MAP;
          default -> throw new IllegalArgumentException("GoMap or HashMap, not " + args[0]);
        };
    Torture torture =
        new Torture(subject, Long.parseLong(args[2]), Duration.ofSeconds(Long.parseLong(args[3])));
    Tally tally = torture.run(Duration.ofSeconds(Long.parseLong(args[1])));
    System.out.println(tally);
    tally.findings().forEach(System.out::println);
    System.out.flush();
    Runtime.getRuntime().halt(tally.findings().isEmpty() ? 0 : 1);
  }
}
