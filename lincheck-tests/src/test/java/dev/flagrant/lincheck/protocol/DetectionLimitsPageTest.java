package dev.flagrant.lincheck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about the limits says what the explorer finds now. */
class DetectionLimitsPageTest {
  private static final String BEGIN = "<!-- begin: ./flagrant lincheck --table -->";
  private static final String END = "<!-- end -->";

  @Test
  void thePageHoldsTheTableAndTheWindowsAsTheCommandPrintsThem() throws IOException {
    List<String> page = Files.readAllLines(Path.of("..", "docs", "detection-limits.md"));
    assertThat(page).contains(BEGIN, END);
    assertThat(page.subList(page.indexOf(BEGIN) + 1, page.indexOf(END)))
        .isEqualTo(WindowsReport.lines());
  }

  @Test
  void theInterleavingOnTheRealMapIsTheOneThatIsKept() throws IOException {
    List<String> expected = new ArrayList<>(List.of("", "```"));
    expected.addAll(Files.readAllLines(Path.of("src/test/resources/golden/update-clear.txt")));
    expected.addAll(List.of("```", ""));
    List<String> page = Files.readAllLines(Path.of("..", "docs", "detection-limits.md"));
    int begin = page.indexOf("<!-- begin: golden/update-clear.txt -->");
    assertThat(page.subList(begin + 1, page.indexOf("<!-- end of golden -->"))).isEqualTo(expected);
  }
}
