/**
 * The kit: extend the class of your port's level in a test, and JUnit 5 replays every committed
 * trace to it.
 *
 * <pre>{@code
 * class MyMapTest extends StructureLevel {
 *   @Override
 *   protected SubjectFactory subject() {
 *     return (kind, hint, random) -> new MySubject(kind, hint, random);
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.flagrant.conformance.junit;

import org.jspecify.annotations.NullMarked;
