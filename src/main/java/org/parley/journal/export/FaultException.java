package org.parley.journal.export;

/** Ends the reading of an export that is not to be believed. */
final class FaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ExportFinding finding;

  FaultException(ExportFault fault, ExportDetail detail, long line) {
    super(detail.name());
    this.finding = new ExportFinding(fault, detail, line, null);
  }

  static FaultException malformed(ExportDetail detail, long line) {
    return new FaultException(ExportFault.MALFORMED, detail, line);
  }

  ExportFinding finding() {
    return finding;
  }
}
