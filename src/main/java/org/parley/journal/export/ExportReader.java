package org.parley.journal.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Progress;

/**
 * Verifies an exported log, without the password, the data folder or the journal it is of.
 *
 * <p>It proves that the owner's key committed to the rows at that time, not that a peer wrote what
 * a row says was received; and that the key is the owner's is for people to compare. Reads the file
 * once, in memory that grows by 32 bytes a mebibyte of it and 8 bytes a row without content; gives
 * out no row of a file in which anything is wrong.
 */
public final class ExportReader {
  private final Path file;
  private final @Nullable VerifierKey trusted;

  /**
   * Of that file.
   *
   * @param trusted the key that must have signed it; null for the one that the file itself names,
   *     which then says only that the file agrees with itself
   */
  public ExportReader(Path file, @Nullable VerifierKey trusted) {
    this.file = file;
    this.trusted = trusted;
  }

  /**
   * Verifies all of it.
   *
   * @return null where it was cancelled
   * @throws IOException where it could not be read
   */
  public @Nullable ExportVerdict verify(Progress progress) throws IOException {
    byte[] root = null;
    try (InputStream in = Files.newInputStream(file)) {
      LineReader lines = new LineReader(in);
      ExportHeader header = header(lines);
      root = header.checkpoint().root();
      long total = Files.size(file);
      RowVerifier rows = new RowVerifier(header);
      List<byte[]> digests = new ArrayList<>();
      for (Segment next = lines.segment(); next != null; next = lines.segment()) {
        if (progress.cancelled()) {
          return null;
        }
        progress.at(lines.bytes(), total);
        digests.add(next.digest());
        if (!rows.take(next)) {
          break;
        }
      }
      rows.end();
      return rows.findings().isEmpty()
          ? new ExportVerdict(
              new VerifiedExport(file, header, rows.counts(), digests), List.of(), root)
          : new ExportVerdict(null, rows.findings(), root);
    } catch (FaultException e) {
      return new ExportVerdict(null, List.of(e.finding()), root);
    }
  }

  // In this order: what has no form has no key, and under a key that nobody asked for a signature
  // means nothing.
  private ExportHeader header(LineReader lines) throws IOException, FaultException {
    byte[] line = lines.next();
    if (line == null) {
      throw FaultException.malformed(ExportDetail.CUT, 1);
    }
    ExportHeader header = ExportHeader.parse(line);
    if (header == null) {
      throw FaultException.malformed(ExportDetail.HEADER, 1);
    }
    if (trusted != null && !trusted.equals(header.key())) {
      throw new FaultException(ExportFault.UNTRUSTED_KEY, ExportDetail.OTHER_KEY, 1);
    }
    try {
      SignedNote.open(header.note(), header.key());
      return header;
    } catch (NoteException e) {
      throw switch (e.kind()) {
        case MALFORMED -> FaultException.malformed(ExportDetail.HEADER, 1);
        case NOT_SIGNED ->
            new FaultException(ExportFault.BAD_SIGNATURE, ExportDetail.NOT_SIGNED, 1);
        case BAD_SIGNATURE ->
            new FaultException(ExportFault.BAD_SIGNATURE, ExportDetail.SIGNATURE, 1);
      };
    }
  }
}
