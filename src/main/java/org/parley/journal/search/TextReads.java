package org.parley.journal.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.files.Whole;

/**
 * The records of a {@link TextFile} that are wanted, in the order of their places. What lies close
 * together is read at once: to ask the system takes longer than to copy some thousand bytes. For
 * one thread.
 */
final class TextReads {
  /** So many bytes that nobody wants are read to save a call of the system. */
  private static final int GAP = 8 * 1024;

  /** The most bytes of one read that is for more than one record. */
  private static final int MOST = 256 * 1024;

  /** A record that is wanted, and where it lies. */
  private record Place(Candidate of, long offset, int length) {
    long end() {
      return offset + length;
    }
  }

  /** What is done with a record: {@code length} bytes at {@code at}. */
  interface Each {
    /** Takes it. */
    void record(Candidate of, byte[] from, int at, int length);
  }

  private final List<Place> places = new ArrayList<>();

  /** Those of the candidates that have a record in one of the chunks. */
  TextReads(List<Candidate> wanted, List<TextChunk> chunks) {
    for (Candidate of : wanted) {
      TextChunk chunk = TextChunk.of(chunks, of.slot());
      int length = chunk == null ? 0 : chunk.length(of.slot());
      if (chunk != null && length > 0) {
        places.add(new Place(of, chunk.offset(of.slot()), length));
      }
    }
    places.sort(Comparator.comparingLong(Place::offset));
  }

  /** Reads them. */
  void read(FileChannel file, Each each) throws IOException {
    int from = 0;
    while (from < places.size()) {
      int to = from + 1;
      while (to < places.size() && isNear(places.get(from), places.get(to - 1), places.get(to))) {
        to++;
      }
      readAtOnce(file, places.subList(from, to), each);
      from = to;
    }
  }

  private static boolean isNear(Place first, Place last, Place next) {
    return next.offset() - last.end() <= GAP && next.end() - first.offset() <= MOST;
  }

  private static void readAtOnce(FileChannel file, List<Place> some, Each each) throws IOException {
    long begin = some.get(0).offset();
    byte[] bytes = new byte[(int) (some.get(some.size() - 1).end() - begin)];
    Whole.read(file, ByteBuffer.wrap(bytes), begin);
    for (Place place : some) {
      each.record(place.of(), bytes, (int) (place.offset() - begin), place.length());
    }
  }
}
