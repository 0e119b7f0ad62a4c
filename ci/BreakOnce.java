import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a source with one piece of it replaced, which must be there exactly once. */
final class BreakOnce {
  private BreakOnce() {}

  /** Takes the source, the copy, the piece and its replacement; exit status 1 if it is not so. */
  public static void main(String[] arguments) throws IOException {
    String source = Files.readString(Path.of(arguments[0]));
    String piece = arguments[2];
    int first = source.indexOf(piece);
    if (first < 0 || source.indexOf(piece, first + 1) >= 0) {
      System.err.println(arguments[0] + " does not have exactly once: " + piece);
      System.exit(1);
    }
    String broken = source.replace(piece, arguments[3]);
    // Annotations only; without them the copy compiles with nothing but the project's own classes.
    broken = broken.replace("import org.jspecify.annotations.Nullable;\n", "");
    Files.writeString(Path.of(arguments[1]), broken.replace("@Nullable ", ""));
  }
}
