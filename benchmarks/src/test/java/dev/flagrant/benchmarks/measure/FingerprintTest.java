package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theSameCodeHasTheSameOne() {
    assertThat(Fingerprint.ofWhatIsMeasured())
        .matches("[0-9a-f]{12}")
        .isEqualTo(Fingerprint.ofWhatIsMeasured());
  }

  @Test
  void everyByteAndEveryNameCounts() throws IOException {
    Set<String> seen = new HashSet<>();
    assertThat(seen.add(Fingerprint.of(folder))).isTrue();
    Path file = Files.createDirectories(folder.resolve("inner")).resolve("One.class");
    for (String content : new String[] {"", "a", "b", "ab"}) {
      Files.writeString(file, content);
      assertThat(seen.add(Fingerprint.of(folder))).as("content '%s'", content).isTrue();
    }
    Files.move(file, file.resolveSibling("Other.class"));
    assertThat(seen.add(Fingerprint.of(folder))).as("another name").isTrue();
    Files.writeString(file.resolveSibling("Second.class"), "");
    assertThat(seen.add(Fingerprint.of(folder))).as("one file more").isTrue();
  }

  @Test
  void itIsOfTheMapTheWorkloadsTheInstrumentsGoAndEveryPeersLibrary() {
    assertThat(Fingerprint.OURS)
        .extracting(Class::getPackageName)
        .containsExactly(
            "dev.flagrant.map",
            "dev.flagrant.benchmarks.workload",
            "dev.flagrant.benchmarks.maps",
            "dev.flagrant.benchmarks.measure");
    assertThat(Fingerprint.class.getResource("/" + Fingerprint.GO + "/workloads.go")).isNotNull();
    Set<CodeSource> libraries = new HashSet<>();
    Fingerprint.LIBRARIES.forEach(each -> libraries.add(origin(each)));
    for (Peer peer : Peer.values()) {
      Object map = peer.create(KeyKind.LONG, Peer.NO_HINT).unwrap();
      if (!peer.isGoMap() && origin(map.getClass()) != null) {
        assertThat(libraries).as(peer.label()).contains(origin(map.getClass()));
      }
    }
  }

  private static @Nullable CodeSource origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource(); // a class of the JDK has none
  }
}
