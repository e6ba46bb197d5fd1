package org.parley.journal.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.parley.journal.Progress;
import org.parley.name.PeerName;

/**
 * An export that was found good: as far as its key is the owner's, the owner committed to these
 * rows. Immutable; any thread.
 */
public final class VerifiedExport {
  private final Path file;
  private final ExportHeader header;
  private final RowVerifier.Counts counts;
  private final List<byte[]> digests;

  VerifiedExport(Path file, ExportHeader header, RowVerifier.Counts counts, List<byte[]> digests) {
    this.file = file;
    this.header = header;
    this.counts = counts;
    this.digests = List.copyOf(digests);
  }

  /** Whether it holds every row. */
  public ExportKind kind() {
    return header.kind();
  }

  /** Whose log it says it is. */
  public PeerName owner() {
    return header.owner();
  }

  /** When it was made, by the owner's clock. */
  public Instant exported() {
    return header.exported();
  }

  /** Whether the owner's program had found the journal whole. */
  public boolean verified() {
    return header.verified();
  }

  /** The key that signed it. */
  public VerifierKey key() {
    return header.key();
  }

  /** The signed checkpoint. */
  public String checkpoint() {
    return header.note();
  }

  /** How many rows the log had. */
  public long size() {
    return header.checkpoint().size();
  }

  /** How many of them the export holds. */
  public long rows() {
    return counts.rows();
  }

  /** Of how many of those it has no content. */
  public long withheld() {
    return counts.withheld();
  }

  /** Of how many of those it shows that the owner removed it. */
  public long removed() {
    return counts.removed().length;
  }

  /**
   * Gives every row, oldest first.
   *
   * @return false where it was cancelled
   * @throws IOException where the file cannot be read, or is no longer what was verified; of what
   *     was changed nothing was given out
   */
  public boolean forEach(Consumer<ExportedRow> each, Progress progress) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      LineReader lines = new LineReader(in);
      if (!Arrays.equals(lines.next(), header.line())) {
        throw changed();
      }
      for (int i = 0; i < digests.size(); i++) {
        if (progress.cancelled()) {
          return false;
        }
        progress.at(i, digests.size());
        Segment segment = lines.segment();
        // The bytes are the verified ones, or they are not looked at.
        if (segment == null || !Arrays.equals(segment.digest(), digests.get(i))) {
          throw changed();
        }
        segment.lines().stream().map(this::row).forEach(each);
      }
      progress.at(digests.size(), digests.size());
      return true;
    } catch (FaultException e) {
      throw changed();
    }
  }

  private ExportedRow row(byte[] bytes) {
    ExportLine line = ExportLine.parse(bytes);
    if (line == null) {
      throw new IllegalStateException("the line was read before");
    }
    boolean removed =
        line.entry() == null && Arrays.binarySearch(counts.removed(), line.seq()) >= 0;
    return new ExportedRow(line.seq(), line.entry(), removed);
  }

  private static IOException changed() {
    return new IOException("the file was changed since it was verified");
  }
}
