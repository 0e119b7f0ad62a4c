package dev.flagrant.testkit;

import static dev.flagrant.testkit.MapOperation.Kind.CLEAR;
import static dev.flagrant.testkit.MapOperation.Kind.GET;
import static dev.flagrant.testkit.MapOperation.Kind.ITERATE;
import static dev.flagrant.testkit.MapOperation.Kind.PUT;
import static dev.flagrant.testkit.MapOperation.Kind.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which throwables tell of a race, and where it was noticed. */
class DetectionRulesTest {

  private final MapSubject subject = MapSubject.of("HashMap", HashMap::new);

  @ParameterizedTest
  @EnumSource
  void goMapsErrorSaysItselfWhereItWasNoticed(Site site) {
    Detection detection =
        subject.detection(new ConcurrentModificationError(Kind.WRITES, site, null), PUT);
    assertThat(detection).isEqualTo(new Detection(DetectionSite.valueOf(site.name()), false));
  }

  @Test
  void aDeadMapOnlyEchoesItsFirstError() {
    ConcurrentModificationError first =
        new ConcurrentModificationError(Kind.WRITES, Site.END, null);
    ConcurrentModificationError again =
        new ConcurrentModificationError(Kind.WRITES, Site.START, first);
    assertThat(subject.detection(again, GET)).isEqualTo(new Detection(DetectionSite.START, true));
  }

  @Test
  void javasExceptionIsNoticedWhereTheOperationChecksFirst() {
    ConcurrentModificationException thrown = new ConcurrentModificationException();
    assertThat(subject.detection(thrown, ITERATE)).isEqualTo(at(DetectionSite.ITERATE));
    assertThat(subject.detection(thrown, GET)).isEqualTo(at(DetectionSite.READ));
    assertThat(subject.detection(thrown, PUT)).isEqualTo(at(DetectionSite.START));
    assertThat(subject.detection(thrown, REMOVE)).isEqualTo(at(DetectionSite.START));
    assertThat(subject.detection(thrown, CLEAR)).isEqualTo(at(DetectionSite.START));
  }

  @Test
  void otherThrowablesTellOfNoRaceUnlessDeclared() {
    IllegalStateException thrown = new IllegalStateException("busy");
    assertThat(subject.detection(thrown, PUT)).isNull();
    assertThat(subject.detection(new NullPointerException(), GET)).isNull();
    MapSubject declared = subject.detecting(IllegalStateException.class);
    assertThat(declared.detection(thrown, PUT)).isEqualTo(at(DetectionSite.START));
    assertThat(declared.detection(new ConcurrentModificationException(), GET)).isNotNull();
    assertThat(declared.detection(new NullPointerException(), GET)).isNull();
  }

  @Test
  void aDeclaredStructureIsChecked() {
    MapSubject strict =
        subject.withStructure(
            map -> {
              throw new AssertionError("too " + map.size());
            });
    subject.checkStructure(subject.newMap());
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> strict.checkStructure(strict.newMap()))
        .withMessage("too 0");
  }

  private static Detection at(DetectionSite site) {
    return new Detection(site, false);
  }
}
