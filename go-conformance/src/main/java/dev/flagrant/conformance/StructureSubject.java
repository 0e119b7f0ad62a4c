package dev.flagrant.conformance;

/** A map under test at the third level: its memory can be looked at. */
public interface StructureSubject extends IterationSubject, Structure {}
