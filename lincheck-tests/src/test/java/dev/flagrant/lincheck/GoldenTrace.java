package dev.flagrant.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Interleavings kept as text: of Lincheck's drawing the operations, the flags protocol, the
 * accesses to elems and the switches, without what the rest of the map does, so that a change
 * inside the map leaves them as they are. {@code -Dflagrant.golden=write} writes them anew.
 */
public final class GoldenTrace {
  private static final String OPTION = "flagrant.golden";
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /** An operation of the race, or an access to the flags word. */
  private static final Pattern OPERATION =
      Pattern.compile("(?:Thread |switch\\b|(?:perform|put|get|set)\\().*");

  /** A step of the protocol, an access to an elem or to the seed, without its receiver. */
  private static final Pattern STEP =
      Pattern.compile(
          "(?:\\w+\\.)?(hash0 .*|(?:elem(?:At)?|setElem(?:At)?|checkNotWriting|flipWriting|flipAtomically"
              + "|endWriting|unmarkAtomically|endReading)\\(.*)");

  private GoldenTrace() {}

  /** Compares the interleaving that Lincheck has drawn with the one that is kept. */
  public static void assertKept(String name, String drawing) throws IOException {
    List<String> lines = lines(drawing);
    Path file = FOLDER.resolve(name + ".txt");
    if (System.getProperty(OPTION, "").equals("write")) {
      Files.write(file, lines);
    }
    assertThat(lines)
        .as("the interleaving of %s; if a change of the map explains it: -D%s=write", name, OPTION)
        .isEqualTo(Files.readAllLines(file));
  }

  /** A line for each step that is kept, in the column of its thread. */
  static List<String> lines(String drawing) {
    int from = drawing.indexOf("The following interleaving leads to the error");
    int to = drawing.indexOf("Detailed trace", from);
    List<List<String>> rows =
        drawing
            .substring(from, to < 0 ? drawing.length() : to)
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| --"))
            .map(GoldenTrace::cells)
            .filter(cells -> cells.stream().anyMatch(cell -> !cell.isBlank()))
            .toList();
    int columns = rows.get(0).size();
    int width = rows.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = column < row.size() ? row.get(column) : "";
        line.append(column == 0 ? "" : " | ")
            .append(cell)
            .append(" ".repeat(width - cell.length()));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(GoldenTrace::kept)
        .toList();
  }

  private static String kept(String cell) {
    String text = cell.strip().replaceAll("#\\d+", "");
    Matcher step = STEP.matcher(text);
    if (step.matches()) {
      return step.group(1);
    }
    return OPERATION.matcher(text).matches() ? text : "";
  }
}
