package dev.flagrant.map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module as others see it: one package, and nothing but the JDK when it runs. */
class ModuleTest {
  private static final String NAME = "dev.flagrant.map";

  private static final Map<String, String> USER =
      Map.of(
          "module-info.java",
          "module user { requires dev.flagrant.map; }",
          "user/Main.java",
          """
          package user;
          import dev.flagrant.map.GoMap;
          import dev.flagrant.map.GoMapIterator;
          import dev.flagrant.map.KeyTypes;
          public class Main {
            public static void main(String[] arguments) throws Exception {
              GoMap<String, Integer> map = GoMap.make(KeyTypes.strings());
              map.put("a", 1);
              GoMapIterator<String, Integer> it = map.range();
              while (it.next()) {
                System.out.print(it.key() + it.elem() + map.lookup("a").ok());
              }
              var bytes = new java.io.ByteArrayOutputStream();
              try (var out = new java.io.ObjectOutputStream(bytes)) {
                out.writeObject(map);
              }
              var in = new java.io.ByteArrayInputStream(bytes.toByteArray());
              System.out.print(new java.io.ObjectInputStream(in).readObject());
              System.out.print(GoMap.class.getModule().isNamed());
            }
          }
          """);

  private static Path locationOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void itExportsTheMapAloneAndNeedsTheJdkAlone() throws Exception {
    ModuleDescriptor descriptor =
        ModuleFinder.of(locationOf(GoMap.class)).find(NAME).orElseThrow().descriptor();
    assertThat(descriptor.exports())
        .extracting(ModuleDescriptor.Exports::toString)
        .containsExactly(NAME);
    assertThat(descriptor.isOpen()).isFalse();
    assertThat(descriptor.opens()).isEmpty();
    assertThat(descriptor.requires())
        .filteredOn(
            required -> !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder("java.base", "jdk.jfr");
  }

  @Test
  void aModuleThatRequiresItCompilesAndRuns(@TempDir Path folder) throws Exception {
    String path = locationOf(GoMap.class).toString();
    assertThat(compile(USER, folder, path)).isEmpty();

    Process process =
        ForkedJvm.builder(
                List.of(
                    ForkedJvm.java(),
                    "--module-path",
                    folder + java.io.File.pathSeparator + locationOf(GoMap.class),
                    "--module",
                    "user/user.Main"))
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("a1true{a=1}true");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void whatTheMapInheritsIsOutOfReachOfOthers(@TempDir Path folder) throws Exception {
    String path = locationOf(GoMap.class).toString();
    String offender =
        """
        package user;
        public class Main {
          Object guts = dev.flagrant.map.runtime.Access.ZERO_VAL;
        }
        """;
    Map<String, String> sources =
        Map.of(
            "module-info.java",
            Objects.requireNonNull(USER.get("module-info.java")),
            "user/Main.java",
            offender);
    assertThat(compile(sources, folder, path))
        .extracting(Diagnostic::getCode)
        .containsExactly("compiler.err.package.not.visible");
  }

  /** What the compiler says; nothing if all is well. */
  private static List<? extends Diagnostic<?>> compile(
      Map<String, String> sources, Path folder, String modulePath) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      Path from = Files.createDirectories(folder.resolve("src"));
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = from.resolve(source.getKey());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, source.getValue());
      }
      List<Path> all = sources.keySet().stream().map(from::resolve).collect(Collectors.toList());
      var options = List.of("-proc:none", "--module-path", modulePath, "-d", folder.toString());
      var unused =
          compiler
              .getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(all))
              .call();
    }
    return said.getDiagnostics();
  }
}
