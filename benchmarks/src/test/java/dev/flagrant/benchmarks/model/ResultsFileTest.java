package dev.flagrant.benchmarks.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.report.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
  @TempDir private Path folder = Path.of("");

  /** Whoever has the old file open keeps all of it, and so does one who is killed meanwhile. */
  @Test
  void resultsAreReplacedAndNotRewritten() throws IOException {
    Campaign first = Runs.empty("full");
    Path file = folder.resolve(ResultsFile.NAME);
    ResultsFile.write(first, folder);
    String before = Files.readString(file);
    Path sameFile = Files.createLink(folder.resolve("link"), file);

    Campaign second = first.noting(List.of("later"));
    ResultsFile.write(second, folder);
    assertThat(ResultsFile.read(folder)).isEqualTo(second);
    assertThat(sameFile).hasContent(before);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, sameFile);
    }
  }
}
