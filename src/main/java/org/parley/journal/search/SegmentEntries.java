package org.parley.journal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through a segment's trigrams, block after block. For one thread. */
final class SegmentEntries {
  private final Segment segment;
  private final List<PostingBlock> blocks;
  private int block;
  private PostingBlock.@Nullable Entries entries;

  SegmentEntries(Segment segment, List<PostingBlock> blocks, int block, long from) {
    this.segment = segment;
    this.blocks = blocks;
    this.block = block;
    this.entries = block < blocks.size() ? blocks.get(block).from(from) : null;
  }

  Segment segment() {
    return segment;
  }

  boolean next() {
    PostingBlock.Entries here = entries;
    while (here != null) {
      if (here.next()) {
        return true;
      }
      block++;
      here = block < blocks.size() ? blocks.get(block).all() : null;
      entries = here;
    }
    return false;
  }

  private PostingBlock.Entries here() {
    if (entries == null) {
      throw new IllegalStateException("no entry");
    }
    return entries;
  }

  long key() {
    return here().key();
  }

  int count() {
    return here().count();
  }

  void read(int add, int[] to, int offset) {
    here().read(add, to, offset);
  }

  int[] texts() {
    return here().texts();
  }
}
