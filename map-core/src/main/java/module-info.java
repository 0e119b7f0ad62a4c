/**
 * Go's fail-fast map on the JVM, bucket for bucket.
 *
 * <p>Depends on nothing at run time but the JDK. The runtime package is not exported: it is the
 * parallel to Go's {@code runtime/map.go} and changes when Go's would.
 */
module dev.flagrant.map {
  requires jdk.jfr;
  requires static org.jspecify; // not transitive: who uses the map needs no annotations

  exports dev.flagrant.map;
}
