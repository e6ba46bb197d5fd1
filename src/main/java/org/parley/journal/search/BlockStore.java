package org.parley.journal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.SearchBlock;
import org.parley.vault.Seal;
import org.parley.vault.SealException;

/**
 * Bytes as sealed blocks beside the journal. All hang on one, the root, which names a list of
 * blocks by their tags: replacing it is what makes a new state of all of them the present one.
 *
 * <pre>
 * root  = seal(search, journal id ‖ "/root", format · count · block ...)   in the row with id 0
 * block = seal(search, journal id ‖ "/" ‖ id, bytes)                       ids from 1, never reused
 * </pre>
 *
 * <p>For one thread at a time.
 */
final class BlockStore {
  /** The most plain bytes of one block. */
  static final int MOST_PLAIN = 256 * 1024;

  private static final int FORMAT = 1;
  private static final long ROOT = 0;
  // So much is written in one transaction at most: other commits wait for it.
  private static final int GROUP = 1024 * 1024;

  private final Journal journal;
  private final Seal seal;
  private final String prefix;
  private final List<SearchBlock> waiting = new ArrayList<>();
  private int waitingBytes;
  private long nextId = 1;

  BlockStore(Journal journal, Seal seal) {
    this.journal = journal;
    this.seal = seal;
    this.prefix = journal.parts().keys().journal() + "/";
  }

  /** What the root names; null where there is none. */
  @Nullable List<BlockRef> root(JournalSnapshot snapshot) throws JournalException, SealException {
    List<Long> ids = snapshot.searchBlocks();
    nextId = ids.isEmpty() ? 1 : Math.max(1, ids.get(ids.size() - 1) + 1);
    byte[] sealed = snapshot.searchBlock(ROOT);
    if (sealed == null) {
      return null;
    }
    ByteSource source = new ByteSource(seal.open(prefix + "root", sealed));
    if (source.number() != FORMAT) {
      throw new IllegalArgumentException("an index of another format");
    }
    List<BlockRef> refs = new ArrayList<>();
    for (int left = source.count(); left > 0; left--) {
      refs.add(BlockRef.read(source));
    }
    source.end();
    return refs;
  }

  /** The sealed bytes of a block; {@link IllegalArgumentException} where it is not that one. */
  SearchBlock sealed(JournalSnapshot snapshot, BlockRef ref) throws JournalException {
    byte[] sealed = snapshot.searchBlock(ref.id());
    if (sealed == null || !Arrays.equals(BlockRef.tagOf(sealed), ref.tag())) {
      throw new IllegalArgumentException("a block of the index is missing or another one");
    }
    return new SearchBlock(ref.id(), sealed);
  }

  /** The bytes of a block; any thread. */
  byte[] open(SearchBlock block) throws SealException {
    return seal.open(prefix + block.id(), block.sealed());
  }

  /** Writes a block, at the latest with {@link #commit}. */
  BlockRef put(byte[] plain) throws JournalException {
    long id = nextId++;
    byte[] sealed = seal.seal(prefix + id, plain);
    if (waitingBytes + sealed.length > GROUP) {
      flush(List.of());
    }
    waiting.add(new SearchBlock(id, sealed));
    waitingBytes += sealed.length;
    return BlockRef.of(id, sealed);
  }

  /** Makes a root that names these, drops all blocks but those to keep, and forgets the old. */
  void commit(List<BlockRef> named, List<BlockRef> kept) throws JournalException {
    List<Long> drop = new ArrayList<>();
    try (JournalSnapshot snapshot = journal.snapshot()) {
      drop.addAll(snapshot.searchBlocks());
    }
    List<Long> keep = new ArrayList<>(List.of(ROOT));
    named.forEach(ref -> keep.add(ref.id()));
    kept.forEach(ref -> keep.add(ref.id()));
    drop.removeAll(new HashSet<>(keep));
    ByteSink root = new ByteSink().number(FORMAT).number(named.size());
    named.forEach(ref -> ref.write(root));
    waiting.add(new SearchBlock(ROOT, seal.seal(prefix + "root", root.bytes())));
    flush(drop);
  }

  /** Forgets what was put and not written. */
  void abandon() {
    waiting.clear();
    waitingBytes = 0;
  }

  private void flush(List<Long> drop) throws JournalException {
    try {
      var unused = journal.changeSearch(waiting, drop).join();
    } catch (CompletionException e) {
      throw new JournalException("the search index could not be written", e);
    }
    waiting.clear();
    waitingBytes = 0;
  }
}
