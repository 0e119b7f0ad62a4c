package dev.flagrant.lincheck.detecting;

import static dev.flagrant.lincheck.detecting.GuardAssertions.assertSilentlyWrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.engine.Explored;
import dev.flagrant.testkit.RaceOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Go's own guard is neither: each of its windows is found on the real map. */
class GoGuardTest {
  @Test
  void twoUpdatesCanBothFindTheOldElem() throws IOException {
    Explored explored = assertSilentlyWrong(SmallRaces.UPDATE_UPDATE, RaceOutcome.TORN);
    assertThat(keyLines(explored.trace())).isEqualTo(golden("update-update.txt"));
  }

  @Test
  void twoNewKeysCanLoseOne() {
    assertSilentlyWrong(SmallRaces.NEW_NEW, RaceOutcome.LOST_UPDATE);
  }

  @Test
  void aLookupCanAnswerWithTheElemOfAnotherKey() throws IOException {
    Explored explored = assertSilentlyWrong(SmallRaces.REUSE_GET, RaceOutcome.TORN);
    assertThat(keyLines(explored.trace())).isEqualTo(golden("reuse-get.txt"));
  }

  @Test
  void anIterationCanShowAKeyWithTheElemOfAnother() {
    assertSilentlyWrong(SmallRaces.REUSE_ITERATE, RaceOutcome.TORN);
  }

  /** The interleaving without what differs between JDKs and runs: widths, lines, hashes. */
  private static List<String> keyLines(String trace) {
    int from = trace.indexOf("The following interleaving leads to the error");
    int to = trace.indexOf("Detailed trace");
    return trace
        .substring(from, to)
        .lines()
        .map(
            line -> line.replaceAll("-?\\d{4,}", "N").replaceAll("#\\d+", "").replaceAll("-+", "-"))
        .map(line -> line.replaceAll(" +", " ").strip())
        .map(line -> line.replaceAll("\\(\\w+\\.java:\\w+\\)", ""))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<String> golden(String name) throws IOException {
    try (InputStream file = GoGuardTest.class.getResourceAsStream("/golden/" + name)) {
      assertThat(file).as(name).isNotNull();
      return keyLines(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
