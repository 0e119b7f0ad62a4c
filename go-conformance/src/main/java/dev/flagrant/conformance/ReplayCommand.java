package dev.flagrant.conformance;

import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.regex.Pattern;

/**
 * The command that replays to a subject, as a person would type it.
 *
 * @param program the name of the {@code flagrant} command
 * @param subject the class of the factory
 * @param classPath where that class is looked for; empty if it comes with the command
 * @param level how much is compared
 */
public record ReplayCommand(String program, String subject, String classPath, Level level) {
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w./:=+,@%-]+");
  private static final String GO_MAP = GoMapSubject.class.getName();

  /** The command for a factory at hand, whose class may have no name a command could use. */
  public static ReplayCommand of(SubjectFactory factory, Level level) {
    Class<?> type = factory.getClass();
    String subject = type.getCanonicalName() == null ? "YOUR.FACTORY" : type.getName();
    CodeSource source = type.getProtectionDomain().getCodeSource();
    boolean comesAlong =
        source == null
            || subject.equals(GO_MAP)
            || !source.getLocation().getProtocol().equals("file");
    String classPath =
        comesAlong ? "" : Path.of(URI.create(source.getLocation().toString())).toString();
    return new ReplayCommand("flagrant", subject, classPath, level);
  }

  /** The command, to be followed by what is to be replayed. */
  String text() {
    StringBuilder text = new StringBuilder(quoted(program)).append(" conformance");
    if (!classPath.isEmpty()) {
      text.append(" --classpath ").append(quoted(classPath));
    }
    if (!subject.equals(GO_MAP)) {
      text.append(" --subject ").append(quoted(subject));
    }
    return text.append(" --level ").append(level.number()).toString();
  }

  private static String quoted(String word) {
    return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
