package org.parley.journal.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.crypto.Sha256;

/**
 * What a saved index consists of, and what of it is in no block:
 *
 * <pre>
 * head    = version of the folding · rows · leaf of the last of them · its time · peers · odd ids ·
 *           unanswered sessions · damaged rows · blocks of messages · segments
 * segment = first message · how many · level · blocks
 * block   = id · the last 32 bytes of its sealing
 * </pre>
 *
 * <p>Each list is preceded by its length; numbers and texts are as {@link ByteSink} writes them.
 */
@SuppressWarnings("ArrayRecordComponent") // compared where it matters
record IndexHead(
    long rows,
    byte[] leaf,
    Instant lastTime,
    List<String> peers,
    Map<Integer, String> oddIds,
    Map<String, Integer> unanswered,
    List<Long> damaged,
    List<BlockRef> messages,
    List<SavedSegment> segments) {

  /** A segment, whose blocks lie elsewhere. */
  record SavedSegment(int first, int limit, int level, List<BlockRef> blocks) {}

  byte[] bytes() {
    ByteSink sink = new ByteSink().number(Folding.VERSION).number(rows).raw(leaf);
    sink.signed(lastTime.toEpochMilli()).number(peers.size());
    peers.forEach(sink::text);
    sink.number(oddIds.size());
    oddIds.forEach((slot, id) -> sink.number(slot).text(id));
    sink.number(unanswered.size());
    unanswered.forEach((session, slot) -> sink.text(session).number(slot));
    sink.number(damaged.size());
    damaged.forEach(sink::number);
    writeRefs(sink, messages);
    sink.number(segments.size());
    for (SavedSegment segment : segments) {
      sink.number(segment.first()).number(segment.limit()).number(segment.level());
      writeRefs(sink, segment.blocks());
    }
    return sink.bytes();
  }

  private static void writeRefs(ByteSink sink, List<BlockRef> refs) {
    sink.number(refs.size());
    refs.forEach(ref -> ref.write(sink));
  }

  /** {@link IllegalArgumentException} for what is none, or one of another folding. */
  static IndexHead parse(byte[] bytes) {
    ByteSource source = new ByteSource(bytes);
    if (source.number() != Folding.VERSION) {
      throw new IllegalArgumentException("an index of texts that were folded otherwise");
    }
    long rows = source.number();
    byte[] leaf = source.raw(Sha256.SIZE);
    Instant lastTime = Instant.ofEpochMilli(source.signed());
    List<String> peers = list(source, ByteSource::text);
    Map<Integer, String> oddIds = new HashMap<>();
    for (int left = source.count(); left > 0; left--) {
      oddIds.put(source.count(), source.text());
    }
    Map<String, Integer> unanswered = new LinkedHashMap<>();
    for (int left = source.count(); left > 0; left--) {
      unanswered.put(source.text(), source.count());
    }
    List<Long> damaged = list(source, ByteSource::number);
    List<BlockRef> messages = list(source, BlockRef::read);
    List<SavedSegment> segments =
        list(
            source,
            s -> new SavedSegment(s.count(), s.count(), s.count(), list(s, BlockRef::read)));
    source.end();
    return new IndexHead(
        rows, leaf, lastTime, peers, oddIds, unanswered, damaged, messages, segments);
  }

  private static <T> List<T> list(ByteSource source, Function<ByteSource, T> each) {
    List<T> all = new ArrayList<>();
    for (int left = source.count(); left > 0; left--) {
      all.add(each.apply(source));
    }
    return all;
  }
}
