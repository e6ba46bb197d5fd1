package org.parley.journal.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Sha256;
import org.parley.journal.Direction;

/**
 * Messages by rising seq in columns: seq and time, packed; the two halves of the id; peer number
 * with flags. A hash table of slots by direction, peer and id, and a list of slots a peer. Some 40
 * bytes a message. Not thread-safe.
 */
final class MessageTable {
  /** How many slots are written and read together; each such block has been changed or has not. */
  static final int BLOCK = 4096;

  /** No such slot. */
  static final int NONE = SlotTable.NONE;

  private static final int NO_PEER = (1 << 24) - 1;
  private static final int SENT = 1;
  private static final int REMOVED = 2;
  private static final int FATE_SHIFT = 2;
  private static final int FATE_MASK = 7 << FATE_SHIFT;
  private static final int ODD_ID = 32;
  private static final int PEER_SHIFT = 8;

  private final PackedColumn seqs = new PackedColumn();
  private final PackedColumn times = new PackedColumn();
  private final LongColumn idHigh = new LongColumn();
  private final LongColumn idLow = new LongColumn();
  private final IntColumn marks = new IntColumn();
  private final List<String> peers = new ArrayList<>();
  private final List<IntList> slotsOfPeer = new ArrayList<>();
  private final List<int[]> countsOfPeer = new ArrayList<>();
  private final Map<String, Integer> numberOfPeer = new HashMap<>();
  // Ids that are no UUIDs: the protocol has none, an older journal may.
  private final Map<Integer, String> oddIds = new HashMap<>();
  private final BitSet changed = new BitSet();
  private final SlotTable slots = new SlotTable();

  /** Adds a message, whose seq is above all others. */
  int add(long seq, Instant time, Direction direction, String peer, @Nullable String id) {
    int slot = addPlaceholder(seq, time);
    fill(slot, direction, peer, id);
    return slot;
  }

  /** Adds a row of which nothing is known but that it is empty. */
  int addPlaceholder(long seq, Instant time) {
    seqs.add(seq);
    times.add(time.toEpochMilli());
    idHigh.add(0);
    idLow.add(0);
    marks.add(NO_PEER << PEER_SHIFT);
    int slot = seqs.size() - 1;
    changed.set(slot / BLOCK);
    return slot;
  }

  /** Says of a placeholder what it is. */
  void fill(int slot, Direction direction, String peer, @Nullable String id) {
    int number = number(peer);
    int flags = direction == Direction.SENT ? SENT : 0;
    if (id != null) {
      UUID key = key(id);
      idHigh.set(slot, key.getMostSignificantBits());
      idLow.set(slot, key.getLeastSignificantBits());
    }
    if (id == null || !key(id).toString().equals(id)) {
      flags |= ODD_ID;
      if (id != null) {
        oddIds.put(slot, id);
      }
    }
    mark(slot, number << PEER_SHIFT | flags);
    slotsOfPeer.get(number).insert(slot);
    countsOfPeer.get(number)[0] += direction == Direction.SENT ? 0 : 1;
    if (id != null) {
      enterId(slot);
    }
  }

  private void mark(int slot, int mark) {
    marks.set(slot, mark);
    changed.set(slot / BLOCK);
  }

  private int number(String peer) {
    Integer known = numberOfPeer.get(peer);
    if (known != null) {
      return known;
    }
    int number = peers.size();
    if (number == NO_PEER) {
      throw new IllegalStateException("more than 16 million peers");
    }
    numberOfPeer.put(peer, number);
    peers.add(peer);
    slotsOfPeer.add(new IntList());
    countsOfPeer.add(new int[1]);
    return number;
  }

  // An id's 128 bits; of one in another spelling, those of its hash.
  private static UUID key(String id) {
    if (id.length() == 36) {
      try {
        UUID uuid = UUID.fromString(id);
        if (uuid.toString().equals(id)) {
          return uuid;
        }
      } catch (IllegalArgumentException e) {
        // Hashed, below.
      }
    }
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(id.getBytes(StandardCharsets.UTF_8)));
    return new UUID(hash.getLong(), hash.getLong());
  }

  private static int hash(boolean sent, int peer, long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 29)) + 31L * peer + (sent ? 1 : 0);
    mixed *= 0x9E3779B97F4A7C15L; // the golden ratio's bits: spreads neighbours apart
    return (int) (mixed >>> 32);
  }

  private int hash(int slot) {
    return hash(isSent(slot), peerNumber(slot), idHigh.get(slot), idLow.get(slot));
  }

  /** The slot of that message. */
  int find(Direction direction, String peer, String id) {
    Integer number = numberOfPeer.get(peer);
    if (number == null) {
      return NONE;
    }
    UUID key = key(id);
    return find(
        direction == Direction.SENT,
        number,
        key.getMostSignificantBits(),
        key.getLeastSignificantBits());
  }

  private int find(boolean sent, int number, long high, long low) {
    return slots.find(hash(sent, number, high, low), is(sent, number, high, low));
  }

  private IntPredicate is(boolean sent, int number, long high, long low) {
    return slot ->
        idHigh.get(slot) == high
            && idLow.get(slot) == low
            && peerNumber(slot) == number
            && isSent(slot) == sent;
  }

  /** The slot of the message in that row. */
  int at(long seq) {
    int slot = seqs.countBelow(seq);
    return slot < seqs.size() && seqs.get(slot) == seq ? slot : NONE;
  }

  int size() {
    return seqs.size();
  }

  /** How many slots have a seq below that one. */
  int countBelow(long seq) {
    return seqs.countBelow(seq);
  }

  long seq(int slot) {
    return seqs.get(slot);
  }

  /** Milliseconds since 1970. */
  long time(int slot) {
    return times.get(slot);
  }

  /** Whether nothing is known of it but that its row is empty. */
  boolean isPlaceholder(int slot) {
    return peerNumber(slot) == NO_PEER;
  }

  private int peerNumber(int slot) {
    return marks.get(slot) >>> PEER_SHIFT;
  }

  /** Whether it is one of that peer's. */
  boolean isOf(int slot, String peer) {
    Integer number = numberOfPeer.get(peer);
    return number != null && number == peerNumber(slot);
  }

  boolean isSent(int slot) {
    return (marks.get(slot) & SENT) != 0;
  }

  boolean isRemoved(int slot) {
    return (marks.get(slot) & REMOVED) != 0;
  }

  void setRemoved(int slot) {
    mark(slot, marks.get(slot) | REMOVED);
  }

  void setDelivered(int slot) {
    setFate(slot, 1);
  }

  /** Delivered stays delivered: the peer has it, whatever it says to a later try. */
  void setRefused(int slot, Refusal refusal) {
    if (fateCode(slot) != 1) {
      setFate(slot, refusal.code());
    }
  }

  private void setFate(int slot, int code) {
    mark(slot, (marks.get(slot) & ~FATE_MASK) | code << FATE_SHIFT);
  }

  private int fateCode(int slot) {
    return (marks.get(slot) & FATE_MASK) >> FATE_SHIFT;
  }

  /** The peers, in the order in which they first came. */
  List<String> peers() {
    return peers;
  }

  /** The slots of a peer; null for a peer without messages. */
  @Nullable IntList slots(String peer) {
    Integer number = numberOfPeer.get(peer);
    return number == null ? null : slotsOfPeer.get(number);
  }

  /** How many messages of that peer were received. */
  int received(String peer) {
    Integer number = numberOfPeer.get(peer);
    return number == null ? 0 : countsOfPeer.get(number)[0];
  }

  /** The message in that slot, which is no placeholder. */
  MessageRef ref(int slot) {
    int mark = marks.get(slot);
    int code = fateCode(slot);
    String id =
        (mark & ODD_ID) != 0
            ? oddIds.get(slot)
            : new UUID(idHigh.get(slot), idLow.get(slot)).toString();
    return new MessageRef(
        seqs.get(slot),
        peers.get(peerNumber(slot)),
        id,
        Instant.ofEpochMilli(times.get(slot)),
        isSent(slot) ? Direction.SENT : Direction.RECEIVED,
        code == 0 ? Fate.UNKNOWN : code == 1 ? Fate.DELIVERED : Fate.REFUSED,
        Refusal.of(code),
        (mark & REMOVED) != 0);
  }

  /**
   * Takes over, before any message, the peers and ids that blocks refer to.
   *
   * @param blocks how many will come
   */
  void restore(List<String> knownPeers, Map<Integer, String> knownOddIds, int blocks) {
    knownPeers.forEach(this::number);
    oddIds.putAll(knownOddIds);
    slots.reserve(Math.multiplyExact(blocks, BLOCK), this::hash);
  }

  /** Ids that blocks do not hold, by slot. */
  Map<Integer, String> oddIds() {
    return oddIds;
  }

  /** The blocks that changed since this was asked last. */
  BitSet takeChanged() {
    BitSet taken = (BitSet) changed.clone();
    changed.clear();
    return taken;
  }

  /** What {@link #readBlock} reads. */
  byte[] block(int block) {
    int from = block * BLOCK;
    int to = Math.min(size(), from + BLOCK);
    ByteSink sink = new ByteSink().number(to - from).fixed(seqs.get(from)).fixed(times.get(from));
    for (int slot = from; slot < to; slot++) {
      int before = Math.max(from, slot - 1);
      sink.number(seqs.get(slot) - seqs.get(before))
          .signed(times.get(slot) - times.get(before))
          .fixed(idHigh.get(slot))
          .fixed(idLow.get(slot))
          .number(marks.get(slot) & 0xFFFF_FFFFL);
    }
    return sink.bytes();
  }

  /** Adds the messages of a block, in the order of the blocks. */
  void readBlock(byte[] block) {
    ByteSource source = new ByteSource(block);
    int count = source.count();
    long seq = source.fixed();
    long time = source.fixed();
    for (int i = 0; i < count; i++) {
      seq += source.number();
      time += source.signed();
      seqs.add(seq);
      times.add(time);
      idHigh.add(source.fixed());
      idLow.add(source.fixed());
      marks.add((int) source.number());
      enter(seqs.size() - 1);
    }
    source.end();
  }

  private void enter(int slot) {
    int number = peerNumber(slot);
    if (number == NO_PEER) {
      return;
    }
    if (number >= peers.size()) {
      throw new IllegalArgumentException("a peer that nobody named");
    }
    slotsOfPeer.get(number).insert(slot);
    countsOfPeer.get(number)[0] += isSent(slot) ? 0 : 1;
    boolean hasId = (marks.get(slot) & ODD_ID) == 0 || oddIds.containsKey(slot);
    if (hasId) {
      enterId(slot);
    }
  }

  // Of several with one id the first is the message.
  private void enterId(int slot) {
    slots.addUnless(
        is(isSent(slot), peerNumber(slot), idHigh.get(slot), idLow.get(slot)), slot, this::hash);
  }
}
