package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.names;
import static org.parley.store.TestProfile.received;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.RandomSource;
import org.parley.journal.Anchors;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Examination;
import org.parley.journal.HeadRow;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalKeys;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.Progress;
import org.parley.journal.SealedRow;
import org.parley.journal.SeenRow;
import org.parley.journal.SeenTags;
import org.parley.journal.StateChange;
import org.parley.journal.StateCheck;
import org.parley.journal.StoredState;

/**
 * Each bit of each column of a small database, and of both anchors, turned over by itself. Every
 * one is found, under the name that says what it is, at the row where it is, and nothing else is.
 */
class DamageBitsIT {
  private static final int ROWS = 5;

  @TempDir Path root;
  private TestProfile profile;
  private JournalKeys keys;
  private TablesInMemory tables;
  private Anchors.Both anchors;

  @BeforeEach
  void a_small_journal_with_state() throws Exception {
    profile = new TestProfile(root);
    try (Journal journal = profile.create()) {
      for (int i = 0; i < ROWS; i++) {
        commit(journal, received("bob", "message " + i));
      }
      List<StateChange> states = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        byte[] id = RandomSource.secure().bytes(16);
        states.add(new StateChange(1 + i, id, sealed(1 + i, id)));
      }
      commit(journal, new Batch(List.of(), states, Durability.SYNC));
      try (JournalSnapshot snapshot = journal.snapshot()) {
        tables = TablesInMemory.of(snapshot);
      }
    }
    keys = profile.keys();
    anchors = new Anchors(profile.data(), profile.state()).read(keys);
    assertThat(found()).isEmpty();
  }

  @AfterEach
  void wipe() {
    keys.close();
  }

  /** What stands for a seal here: a tag over kind, id and content, of 32 bytes at the end. */
  private static byte[] sealed(int kind, byte[] id) {
    byte[] sealed = new byte[24 + 32];
    Arrays.fill(sealed, 0, 24, (byte) kind);
    System.arraycopy(sealTag(kind, id, sealed), 0, sealed, 24, 32);
    return sealed;
  }

  private static byte[] sealTag(int kind, byte[] id, byte[] sealed) {
    try (JournalKeys keys = org.parley.journal.TestKeys.keys(org.parley.journal.TestKeys.ID)) {
      return new SeenTags(keys)
          .text(
              id,
              concat(
                  new byte[] {
                    (byte) (kind >> 24), (byte) (kind >> 16), (byte) (kind >> 8), (byte) kind
                  },
                  Arrays.copyOf(sealed, 24)));
    }
  }

  private static byte[] concat(byte[] a, byte[] b) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(a);
    out.writeBytes(b);
    return out.toByteArray();
  }

  private static final StateCheck SEALS =
      row ->
          Arrays.equals(
              sealTag(row.kind(), row.id(), row.sealed()),
              Arrays.copyOfRange(row.sealed(), 24, row.sealed().length));

  private List<String> found() throws JournalException {
    return found(anchors);
  }

  private List<String> found(Anchors.Both with) throws JournalException {
    Examination.Result result =
        new Examination(keys, tables, with).whole(Set.of(), SEALS, row -> {}, Progress.NONE);
    assertThat(result.unlisted()).isZero();
    return names(result.findings());
  }

  /** One value of a row, and the row with another one there. */
  private interface Column<R> {
    byte[] of(R row);

    R with(R row, byte[] value);
  }

  private static <R> Column<R> column(
      Function<R, byte[]> value, java.util.function.BiFunction<R, byte[], R> with) {
    return new Column<>() {
      @Override
      public byte[] of(R row) {
        return value.apply(row);
      }

      @Override
      public R with(R row, byte[] changed) {
        return with.apply(row, changed);
      }
    };
  }

  private interface Expectation {
    void check(int row, String about) throws Exception;
  }

  /** Turns over each bit of that column in each row; how many there were. */
  private static <R> int eachBit(List<R> rows, Column<R> column, Expectation expectation)
      throws Exception {
    int bits = 0;
    for (int i = 0; i < rows.size(); i++) {
      R row = rows.get(i);
      byte[] value = column.of(row);
      for (int bit = 0; bit < 8 * value.length; bit++, bits++) {
        byte[] changed = value.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        rows.set(i, column.with(row, changed));
        expectation.check(i, "row " + i + ", bit " + bit);
        rows.set(i, row);
      }
    }
    return bits;
  }

  @Test
  void of_the_rows_of_the_log() throws Exception {
    Expectation modified =
        (row, about) -> assertThat(found()).as(about).containsExactly("modified " + row);
    int bits =
        eachBit(
            tables.entries,
            column(SealedRow::sealed, (r, b) -> new SealedRow(r.seq(), b, r.tag(), r.leaf())),
            modified);
    bits +=
        eachBit(
            tables.entries,
            column(SealedRow::tag, (r, b) -> new SealedRow(r.seq(), r.sealed(), b, r.leaf())),
            modified);
    bits +=
        eachBit(
            tables.entries,
            column(SealedRow::leaf, (r, b) -> new SealedRow(r.seq(), r.sealed(), r.tag(), b)),
            modified);
    System.out.println("DamageBitsIT: bits of sealed, tag and leaf: " + bits);
    assertThat(bits).isGreaterThan(ROWS * 8 * (300 + 64));
  }

  @Test
  void of_the_seqs_of_the_log() throws Exception {
    for (int i = 0; i < ROWS; i++) {
      SealedRow row = tables.entries.get(i);
      for (int bit = 0; bit < Long.SIZE; bit++) {
        long moved = row.seq() ^ 1L << bit;
        if (moved >= 0 && moved < ROWS) {
          continue; // the key of the table refuses a second row of one seq
        }
        tables.entries.set(i, new SealedRow(moved, row.sealed(), row.tag(), row.leaf()));
        String gone = (i == ROWS - 1 ? "truncated " : "missing ") + i;
        String there = (moved < 0 ? "foreign " : "extended ") + moved;
        assertThat(found()).as("row %d, bit %d", i, bit).containsExactlyInAnyOrder(gone, there);
      }
      tables.entries.set(i, row);
    }
  }

  @Test
  void of_the_head() throws Exception {
    HeadRow good = tables.head;
    List<HeadRow> heads = new ArrayList<>();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      heads.add(
          new HeadRow(
              good.size() ^ 1L << bit, good.root(), good.frontier(), good.state(), good.tag()));
    }
    List<HeadRow> one = new ArrayList<>(List.of(good));
    Expectation keep = (row, about) -> heads.add(one.get(0));
    eachBit(
        one,
        column(HeadRow::root, (h, b) -> new HeadRow(h.size(), b, h.frontier(), h.state(), h.tag())),
        keep);
    eachBit(
        one,
        column(HeadRow::frontier, (h, b) -> new HeadRow(h.size(), h.root(), b, h.state(), h.tag())),
        keep);
    eachBit(
        one,
        column(HeadRow::state, (h, b) -> new HeadRow(h.size(), h.root(), h.frontier(), b, h.tag())),
        keep);
    eachBit(
        one,
        column(HeadRow::tag, (h, b) -> new HeadRow(h.size(), h.root(), h.frontier(), h.state(), b)),
        keep);
    assertThat(heads).hasSize(64 + 8 * (32 + 64 + 32 + 32));
    for (HeadRow head : heads) {
      tables.head = head;
      assertThat(found()).containsExactly("head_damaged");
    }
  }

  @Test
  void of_the_sealed_state() throws Exception {
    // Under the head is the end of each seal; the seal itself covers the rest.
    Expectation modified =
        (row, about) -> assertThat(found()).as(about).isNotEmpty().containsOnly("modified");
    int bits =
        eachBit(
            tables.states,
            column(StoredState::sealed, (r, b) -> new StoredState(r.kind(), r.id(), b)),
            modified);
    bits +=
        eachBit(
            tables.states,
            column(StoredState::id, (r, b) -> new StoredState(r.kind(), b, r.sealed())),
            modified);
    for (int i = 0; i < tables.states.size(); i++) {
      StoredState row = tables.states.get(i);
      for (int bit = 0; bit < Integer.SIZE; bit++, bits++) {
        tables.states.set(i, new StoredState(row.kind() ^ 1 << bit, row.id(), row.sealed()));
        modified.check(i, "kind of row " + i + ", bit " + bit);
      }
      tables.states.set(i, row);
    }
    assertThat(bits).isEqualTo(3 * 8 * (56 + 16 + 4));
  }

  @Test
  void of_what_was_seen_is_no_finding_but_is_put_right() throws Exception {
    List<Entry> messages = new ArrayList<>();
    try (Journal journal = profile.open()) {
      journal.read(0, ROWS).rows().forEach(row -> messages.add(row.entry()));
    }
    SeenTags tags = new SeenTags(keys);
    Expectation notThere =
        (row, about) -> {
          int known = 0;
          for (Entry message : messages) {
            SeenRow due = tags.rowOf(0, message);
            SeenRow there = tables.seen(due.idTag());
            known += there != null && Arrays.equals(there.textTag(), due.textTag()) ? 1 : 0;
          }
          assertThat(known).as(about).isEqualTo(ROWS - 1);
          assertThat(found()).isEmpty();
        };
    int bits =
        eachBit(
            tables.seen,
            column(SeenRow::idTag, (r, b) -> new SeenRow(b, r.seq(), r.textTag())),
            notThere);
    bits +=
        eachBit(
            tables.seen,
            column(SeenRow::textTag, (r, b) -> new SeenRow(r.idTag(), r.seq(), b)),
            notThere);
    assertThat(bits).isEqualTo(ROWS * 8 * 64);
    // And in the database: counted by a verification, and mended.
    profile.sql("UPDATE SEEN SET texttag = X'" + "00".repeat(32) + "' WHERE seq = 2");
    profile.sql("DELETE FROM SEEN WHERE seq = 3");
    try (Journal journal = profile.open()) {
      assertThat(TestProfile.verify(journal).seenWrong()).isEqualTo(2);
      assertThat(journal.rebuildSeen(Progress.NONE)).isTrue();
      assertThat(TestProfile.verify(journal).seenWrong()).isZero();
    }
  }

  @Test
  void of_both_anchors() throws Exception {
    Anchors where = new Anchors(profile.data(), profile.state());
    for (Path anchor : List.of(profile.anchor(), profile.anchorCopy())) {
      byte[] good = Files.readAllBytes(anchor);
      for (int bit = 0; bit < 8 * good.length; bit++) {
        byte[] bad = good.clone();
        bad[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(anchor, bad);
        assertThat(found(where.read(keys))).as("bit %d", bit).containsExactly("anchor_damaged");
      }
      for (int length = 0; length < good.length; length += 7) {
        Files.write(anchor, Arrays.copyOf(good, length));
        assertThat(found(where.read(keys))).as("%d", length).containsExactly("anchor_damaged");
      }
      Files.write(anchor, good);
    }
    assertThat(found(where.read(keys))).isEmpty();
  }
}
