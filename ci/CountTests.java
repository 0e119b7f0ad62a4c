import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Adds up the Surefire and Failsafe reports of all modules and prints {@code N passed, N failed, N
 * skipped}.
 *
 * <p>Exit status 1 when a test failed, when none ran, or when a module has test classes of which
 * none ran; 2 when a report cannot be read. Run with the project's folder as the only argument.
 */
class CountTests {
  record Counts(int run, int failed, int skipped) {
    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(run + other.run, failed + other.failed, skipped + other.skipped);
    }

    int executed() {
      return run - skipped;
    }

    @Override
    public String toString() {
      return "%d passed, %d failed, %d skipped".formatted(executed() - failed, failed, skipped);
    }
  }

  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: java ci/CountTests.java <project folder>");
      System.exit(2);
    }
    try {
      System.exit(count(Path.of(args[0])));
    } catch (IOException | XMLStreamException e) {
      System.err.println("CountTests: a test report cannot be read: " + e.getMessage());
      System.exit(2);
    }
  }

  private static int count(Path project) throws IOException, XMLStreamException {
    boolean silent = false;
    Counts total = Counts.NONE;
    for (Path module : children(project)) {
      Counts counts = Counts.NONE;
      for (String kind : List.of("surefire", "failsafe")) {
        for (Path report : children(module.resolve("target/" + kind + "-reports"))) {
          String name = report.getFileName().toString();
          if (name.startsWith("TEST-") && name.endsWith(".xml")) {
            counts = counts.plus(read(report));
          }
        }
      }
      if (hasTestClasses(module)) {
        System.out.println(module.getFileName() + ": " + counts);
        if (counts.executed() == 0) {
          System.err.println("CountTests: " + module.getFileName() + " has tests and ran none");
          silent = true;
        }
      }
      total = total.plus(counts);
    }
    if (total.executed() == 0) {
      System.err.println("CountTests: no test ran");
      silent = true;
    }
    System.out.println(total);
    return total.failed() > 0 || silent ? 1 : 0;
  }

  /**
   * Counts the test cases themselves: the attributes of the root element leave out those of nested
   * classes.
   */
  private static Counts read(Path report) throws IOException, XMLStreamException {
    int run = 0;
    int failed = 0;
    int skipped = 0;
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader suite = XMLInputFactory.newFactory().createXMLStreamReader(in);
      while (suite.hasNext()) {
        if (suite.next() == XMLStreamConstants.START_ELEMENT) {
          switch (suite.getLocalName()) {
            case "testcase" -> run++;
            case "failure", "error" -> failed++;
            case "skipped" -> skipped++;
            default -> {}
          }
        }
      }
    }
    return new Counts(run, failed, skipped);
  }

  private static boolean hasTestClasses(Path module) throws IOException {
    Path tests = module.resolve("src/test/java");
    if (!Files.isDirectory(tests)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(tests)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith("Test.java"));
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> children = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.sorted().forEach(children::add);
    }
    return children;
  }
}
