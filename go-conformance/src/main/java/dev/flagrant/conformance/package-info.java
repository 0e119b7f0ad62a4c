/**
 * Real Go's map as the judge of ports of it.
 *
 * <p>A small Go program records what Go's own map did, operation by operation and down to each cell
 * of its buckets, as a <i>trace</i>; {@code TRACE.md} describes the format. A {@link
 * dev.flagrant.conformance.Replayer} does the same operations on a <i>subject</i>, feeds it the
 * hashes and the random numbers that Go had, and reports the first difference.
 *
 * <p>A port takes part at one of three levels: {@linkplain dev.flagrant.conformance.AnswersSubject
 * answers}, {@linkplain dev.flagrant.conformance.IterationSubject iteration} and {@linkplain
 * dev.flagrant.conformance.StructureSubject structure}. Start at {@link
 * dev.flagrant.conformance.SubjectFactory}.
 */
@NullMarked
package dev.flagrant.conformance;

import org.jspecify.annotations.NullMarked;
