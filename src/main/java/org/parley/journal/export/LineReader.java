package org.parley.journal.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length, each ended by LF; the last one, too. For one thread. */
final class LineReader {
  private static final int SEGMENT_BYTES = 1 << 20;
  private static final int SEGMENT_LINES = 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long line;
  private long bytes;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Bytes that were read so far. */
  long bytes() {
    return bytes;
  }

  /** The next line; null at the end of the file. */
  byte @Nullable [] next() throws IOException, FaultException {
    ByteArrayOutputStream long_ = null;
    while (true) {
      if (at == end && !fill()) {
        if (long_ == null) {
          return null;
        }
        throw FaultException.malformed(ExportDetail.CUT, line + 1);
      }
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      int sofar = long_ == null ? 0 : long_.size();
      // Refused before more is kept of it.
      if (sofar + stop - at > ExportLine.MAX_SIZE) {
        throw FaultException.malformed(ExportDetail.LONG_LINE, line + 1);
      }
      if (long_ == null) {
        long_ = new ByteArrayOutputStream(stop - at);
      }
      long_.write(buffer, at, stop - at);
      at = stop;
      if (stop < end) {
        at++;
        line++;
        return long_.toByteArray();
      }
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    bytes += end;
    return end > 0;
  }

  /** The next lines, up to about a mebibyte; null at the end of the file. */
  @Nullable Segment segment() throws IOException, FaultException {
    long first = line + 1;
    List<byte[]> lines = new ArrayList<>();
    int size = 0;
    while (size < SEGMENT_BYTES && lines.size() < SEGMENT_LINES) {
      byte[] next = next();
      if (next == null) {
        break;
      }
      lines.add(next);
      size += next.length;
    }
    return lines.isEmpty() ? null : new Segment(first, lines);
  }
}
