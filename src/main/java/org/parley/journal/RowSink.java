package org.parley.journal;

/** Is shown each row of an {@link Examination}. */
@FunctionalInterface
public interface RowSink {
  /** The next row, whatever its condition. */
  void take(CheckedRow row) throws JournalException;
}
