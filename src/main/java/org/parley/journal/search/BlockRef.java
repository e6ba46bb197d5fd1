package org.parley.journal.search;

import java.util.Arrays;
import org.parley.crypto.HmacSha256;

/**
 * Names a saved block, and by its last 32 bytes, which are a tag over all of it, no other that ever
 * had its id.
 */
@SuppressWarnings("ArrayRecordComponent") // compared where it matters
record BlockRef(long id, byte[] tag) {
  static BlockRef of(long id, byte[] sealed) {
    return new BlockRef(id, tagOf(sealed));
  }

  static byte[] tagOf(byte[] sealed) {
    int from = Math.max(0, sealed.length - HmacSha256.SIZE);
    return Arrays.copyOfRange(sealed, from, sealed.length);
  }

  void write(ByteSink sink) {
    sink.number(id).raw(tag);
  }

  static BlockRef read(ByteSource source) {
    return new BlockRef(source.number(), source.raw(HmacSha256.SIZE));
  }
}
