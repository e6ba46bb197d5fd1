package org.parley.directory;

/**
 * One thing that is wrong.
 *
 * @param field where
 * @param problem what
 */
public record FieldProblem(Field field, Problem problem) {}
