package dev.flagrant.stress.run;

import java.io.IOException;
import java.net.ServerSocket;
import org.openjdk.jcstress.Main;

/**
 * JCStress for tests with more actors than there are processors.
 *
 * <p>JCStress gives each actor a processor of its own and leaves out tests that need more of them
 * than it knows of. How many it believes in can be said to the JVM; but on Linux it also counts
 * them itself, so this hides the system from it, and it schedules without affinity. Actors must
 * yield then while they wait for each other.
 */
public final class Oversubscribed {

  private Oversubscribed() {}

  /** Takes JCStress's own arguments. */
  public static void main(String[] arguments) throws Exception {
    useTheSystemsNameWhereTheJdkNeedsIt();
    System.setProperty("os.name", "any");
    Main.main(arguments);
  }

  private static void useTheSystemsNameWhereTheJdkNeedsIt() throws IOException {
    new ServerSocket(0).close();
    var unused = new ProcessBuilder(Jdk.current().java().toString(), "-version").start();
  }
}
