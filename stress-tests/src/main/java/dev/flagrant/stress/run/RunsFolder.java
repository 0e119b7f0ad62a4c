package dev.flagrant.stress.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder of the runs of one command. No other may leave its runs there, at the same time or
 * later: the verdict on a folder counts all results in it, and those of a good map would make up
 * for what a bad one lacks.
 */
public final class RunsFolder {

  /** Whoever creates this file has the folder; it stays. */
  static final String MARK = "taken.txt";

  private static final String WHAT_IT_SAYS =
      "flagrant stress has left its runs here, and nothing else is run here; --merge judges them.";

  private final Path root;
  private int runs;

  private RunsFolder(Path root) {
    this.root = root;
  }

  /**
   * Takes a folder, which is made if it is not there.
   *
   * @throws UnusableException if there are runs in it, or another command has it, or nothing can be
   *     written there
   */
  public static RunsFolder take(Path root) throws UnusableException {
    try {
      if (!Files.isDirectory(root)) { // of a link to one, some JDKs say that it is a file
        Files.createDirectories(root);
      }
      if (holdsRun(root)) {
        throw taken(root);
      }
      Files.writeString(
          root.resolve(MARK), WHAT_IT_SAYS + System.lineSeparator(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw Files.isDirectory(root) ? taken(root) : unwritable(root, "it is no folder");
    } catch (IOException e) {
      throw unwritable(root, e);
    }
    return new RunsFolder(root);
  }

  /** Whether it is a run's own folder, or one of runs, which need not have the mark. */
  private static boolean holdsRun(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return Stream.concat(Stream.of(root), entries)
          .anyMatch(folder -> Files.exists(folder.resolve(PlanFile.NAME)));
    }
  }

  private static UnusableException taken(Path root) {
    return new UnusableException(
        "--out: %s holds results of another run, or one goes on there; name another folder"
            .formatted(root));
  }

  private static UnusableException unwritable(Path root, IOException e) {
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    if (reason == null) {
      reason = e instanceof AccessDeniedException ? "access is denied" : "it cannot be made";
    }
    return unwritable(root, reason);
  }

  private static UnusableException unwritable(Path root, String reason) {
    return new UnusableException(
        "--out: nothing can be written in %s: %s; name another folder".formatted(root, reason));
  }

  /**
   * Makes the folder of a run, with its plan in it.
   *
   * @throws UnusableException if that cannot be done
   */
  public Path newRun(StressPlan plan) throws UnusableException {
    runs++;
    Path folder = root.resolve(runs + "-" + plan.jdk());
    try {
      Files.createDirectory(folder);
      PlanFile.write(plan, folder);
    } catch (FileAlreadyExistsException e) {
      throw taken(root);
    } catch (IOException e) {
      throw unwritable(root, e);
    }
    return folder;
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
