import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies a source with one piece of one method replaced, which must be there exactly once. */
final class BreakOnce {
  private BreakOnce() {}

  /**
   * Takes the source, the copy, the name of the method, a regular expression of the piece, and what
   * takes its place, where $1 is what the first group matched; exit status 1 if it cannot be done.
   */
  public static void main(String[] arguments) throws IOException {
    String source = Files.readString(Path.of(arguments[0]));
    String method = arguments[2];
    Matcher head = Pattern.compile("\\b" + method + "\\([^()]*\\) *\\{").matcher(source);
    if (!head.find()) {
      fail(arguments[0] + " has no method " + method);
    }
    int end = endOfBlock(source, head.end());
    String body = source.substring(head.end(), end);
    Matcher piece = Pattern.compile(arguments[3]).matcher(body);
    if (!piece.find() || piece.find()) {
      fail("the method " + method + " does not have exactly once: " + arguments[3]);
    }
    String broken =
        source.substring(0, head.end()) + piece.replaceFirst(arguments[4]) + source.substring(end);
    // Annotations only; without them the copy compiles with nothing but the project's own classes.
    broken = broken.replace("import org.jspecify.annotations.Nullable;\n", "");
    Files.writeString(Path.of(arguments[1]), broken.replace("@Nullable ", ""));
  }

  private static int endOfBlock(String source, int start) {
    int depth = 1;
    int at = start;
    for (; depth > 0; at++) {
      char c = source.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return at - 1;
  }

  private static void fail(String why) {
    System.err.println(why);
    System.exit(1);
  }
}
