package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.Sha256;
import org.parley.journal.Direction;
import org.parley.vault.Seal;
import org.parley.vault.SealPurpose;
import org.parley.vault.TestVault;
import org.parley.vault.Vault;

class TextFileTest {
  private static final String JOURNAL = "00112233445566778899aabbccddeeff";
  private static final int HEADER = 32;

  @TempDir Path root;
  private Path path;
  private Vault vault;
  private Seal seal;
  private Random random;
  private long history;
  private final MessageTable table = new MessageTable();
  private final List<Long> seqs = new ArrayList<>();
  private final Map<Long, String> texts = new HashMap<>();

  @BeforeEach
  void begin() throws Exception {
    long seed = System.nanoTime();
    System.out.println("TextFileTest seed " + seed);
    random = new Random(seed);
    path = root.resolve("search.texts");
    vault = TestVault.create(root.resolve("vault.json"), "startup".toCharArray());
    seal = vault.seal(SealPurpose.SEARCH);
  }

  @AfterEach
  void end() {
    seal.close();
    vault.close();
  }

  private TextFile open() throws Exception {
    return TextFile.open(path, JOURNAL, seal, this::leaf, table);
  }

  private byte[] leaf(long seq) {
    byte[] leaf = new byte[Sha256.SIZE];
    ByteBuffer.wrap(leaf).putLong(seq).putLong(history);
    return leaf;
  }

  private boolean isGone(TextFile file, int slot) throws Exception {
    return file.notGone(List.of(candidate(slot))).isEmpty();
  }

  private void message(String text) {
    long seq = (seqs.isEmpty() ? 5 : seqs.get(seqs.size() - 1)) + 1 + random.nextInt(4);
    table.add(seq, Instant.EPOCH, Direction.SENT, "peer", null);
    seqs.add(seq);
    if (text != null) {
      texts.put(seq, text);
    }
  }

  private void messages(int count) {
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(20);
      String text = "q😀é".repeat(random.nextInt(kind == 0 ? 3000 : 20)) + i;
      message(kind == 1 ? null : text);
    }
  }

  private void fill(TextFile file) throws Exception {
    while (file.slots() < seqs.size()) {
      int end = Math.min(seqs.size(), file.slots() + 1 + random.nextInt(2 * TextChunk.MOST));
      file.append(seqs.subList(file.slots(), end), texts);
    }
  }

  private Candidate candidate(int slot) {
    return new Candidate(slot, seqs.get(slot), false, null);
  }

  private List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    for (int slot = 0; slot < seqs.size(); slot++) {
      all.add(candidate(slot));
    }
    return all;
  }

  @Test
  void what_was_added_is_read_also_when_it_is_opened_again() throws Exception {
    try (TextFile file = open()) {
      assertThat(file.read(all())).isEmpty();
      messages(3000);
      fill(file);
      assertThat(file.read(all())).isEqualTo(texts);
      messages(700);
      assertThat(file.read(all())).hasSizeLessThan(texts.size());
      fill(file);
    }
    try (TextFile file = open()) {
      assertThat(file.slots()).isEqualTo(seqs.size());
      assertThat(file.read(all())).isEqualTo(texts);
      for (int i = 0; i < 200; i++) {
        int slot = random.nextInt(seqs.size());
        String right = texts.get(seqs.get(slot));
        assertThat(file.read(List.of(candidate(slot))).get(seqs.get(slot))).isEqualTo(right);
      }
      assertThat(file.takeDamaged()).isEmpty();
    }
  }

  @Test
  void nothing_of_it_can_be_read_without_the_key_nor_by_others() throws Exception {
    message("an unmistakable sentence");
    try (TextFile file = open()) {
      fill(file);
    }
    assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).doesNotContain("unmistak");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_changed_record_is_missing_and_told_and_can_be_written_again() throws Exception {
    messages(300);
    try (TextFile file = open()) {
      file.append(seqs, texts);
      assertThat(file.slots()).isEqualTo(seqs.size());
      byte[] good = Files.readAllBytes(path);
      for (int i = 0; i < 300; i++) {
        byte[] bad = good.clone();
        bad[HEADER + random.nextInt(bad.length - HEADER)] ^= (byte) (1 << random.nextInt(8));
        Files.write(path, bad);
        Map<Long, String> found = file.read(all());
        List<Integer> damaged = file.takeDamaged();
        Map<Long, String> right = new HashMap<>(texts);
        damaged.forEach(slot -> right.remove(seqs.get(slot)));
        assertThat(found).isEqualTo(right);
        assertThat(damaged).hasSizeLessThan(2); // none where it was the directory, which is known
        for (int slot : damaged) {
          file.rewrite(slot, seqs.get(slot), texts.get(seqs.get(slot)));
          assertThat(file.read(all())).isEqualTo(texts);
        }
        assertThat(Files.size(path)).isEqualTo(good.length);
      }
    }
  }

  @Test
  void cut_or_changed_anywhere_it_opens_and_never_says_anything_wrong() throws Exception {
    messages(2500);
    try (TextFile file = open()) {
      fill(file);
    }
    byte[] good = Files.readAllBytes(path);
    for (int i = 0; i < 150; i++) {
      int at = i < 60 ? i : random.nextInt(good.length);
      byte[] bad = i % 2 == 0 ? Arrays.copyOf(good, at) : good.clone();
      if (i % 2 != 0) {
        bad[at] ^= (byte) (1 + random.nextInt(255));
      }
      Files.write(path, bad);
      try (TextFile file = open()) {
        assertThat(texts).containsAllEntriesOf(file.read(all()));
        fill(file);
        for (int slot : file.takeDamaged()) {
          file.rewrite(slot, seqs.get(slot), texts.get(seqs.get(slot)));
        }
        assertThat(file.read(all())).isEqualTo(texts);
      }
    }
  }

  @Test
  void records_in_each_others_places_are_none() throws Exception {
    message("first");
    message("other");
    try (TextFile file = open()) {
      fill(file);
      byte[] bytes = Files.readAllBytes(path);
      int length = 4 * TextChunk.UNIT;
      byte[] swapped = bytes.clone();
      int first = bytes.length - 2 * length;
      System.arraycopy(bytes, first, swapped, first + length, length);
      System.arraycopy(bytes, first + length, swapped, first, length);
      Files.write(path, swapped);
      assertThat(file.read(all())).isEmpty();
      assertThat(file.takeDamaged()).containsExactly(0, 1);
      Files.write(path, bytes);
      assertThat(file.read(all())).isEqualTo(texts);
    }
  }

  @Test
  void that_of_another_journal_or_key_is_begun_anew() throws Exception {
    messages(40);
    try (TextFile file = open()) {
      fill(file);
    }
    String other = "f".repeat(32);
    try (TextFile file = TextFile.open(path, other, seal, this::leaf, table)) {
      assertThat(file.slots()).isZero();
      fill(file);
      assertThat(file.read(all())).isEqualTo(texts);
    }
    Vault stranger = TestVault.create(root.resolve("other.json"), "startup".toCharArray());
    try (Seal theirs = stranger.seal(SealPurpose.SEARCH);
        TextFile file = TextFile.open(path, other, theirs, this::leaf, table)) {
      assertThat(file.slots()).isZero();
      assertThat(Files.size(path)).isEqualTo(HEADER);
    }
    stranger.close();
  }

  @Test
  void chunks_that_do_not_fit_the_messages_are_cut_off() throws Exception {
    messages(1500);
    try (TextFile file = open()) {
      file.append(seqs.subList(0, 1000), texts);
      file.append(seqs.subList(1000, 1500), texts);
    }
    MessageTable fewer = new MessageTable();
    seqs.subList(0, 1499)
        .forEach(seq -> fewer.add(seq, Instant.EPOCH, Direction.SENT, "peer", null));
    try (TextFile file = TextFile.open(path, JOURNAL, seal, this::leaf, fewer)) {
      assertThat(file.slots()).isEqualTo(1000);
    }
    MessageTable others = new MessageTable();
    seqs.forEach(seq -> others.add(seq + 1, Instant.EPOCH, Direction.SENT, "peer", null));
    try (TextFile file = TextFile.open(path, JOURNAL, seal, this::leaf, others)) {
      assertThat(file.slots()).isZero();
    }
    assertThat(Files.size(path)).isEqualTo(HEADER);
  }

  @Test
  void what_is_of_another_history_of_the_journal_is_cut_off() throws Exception {
    messages(1500);
    try (TextFile file = open()) {
      fill(file);
    }
    history++;
    try (TextFile file = open()) {
      assertThat(file.slots()).isZero();
      assertThat(file.read(all())).isEmpty();
    }
  }

  @Test
  void a_removed_text_is_written_over() throws Exception {
    messages(50);
    String text = "to be forgotten".repeat(600);
    message(text);
    messages(50);
    byte[] before;
    try (TextFile file = open()) {
      fill(file);
      before = Files.readAllBytes(path);
      assertThat(isGone(file, 50)).isFalse();
      assertThat(file.rewrite(50, seqs.get(50), null)).isTrue();
      file.sync();
      assertThat(isGone(file, 50)).isTrue();
      texts.remove(seqs.get(50));
      assertThat(texts).isEqualTo(file.read(all()));
    }
    byte[] after = Files.readAllBytes(path);
    int begin = Arrays.mismatch(before, after);
    int end = begin + text.length();
    int same = 0;
    for (int i = begin; i < end; i++) {
      same += after[i] == before[i] ? 1 : 0;
    }
    assertThat(same).isLessThan(text.length() / 50); // by chance
    try (TextFile file = open()) {
      assertThat(file.read(all())).isEqualTo(texts);
      assertThat(isGone(file, 50)).isTrue();
      // As after a write that a loss of power cut in two.
      System.arraycopy(before, (begin + end) / 2, after, (begin + end) / 2, text.length() / 2);
      Files.write(path, after);
      assertThat(isGone(file, 50)).isFalse();
      assertThat(file.rewrite(50, seqs.get(50), null)).isTrue();
      assertThat(isGone(file, 50)).isTrue();
    }
  }

  @Test
  void the_longest_text_has_a_record_and_a_longer_one_has_none() throws Exception {
    message("short");
    message("x".repeat(TextChunk.MOST_TEXT));
    message("y".repeat(TextChunk.MOST_TEXT + 1));
    message("z");
    try (TextFile file = open()) {
      fill(file);
      assertThat(file.slots()).isEqualTo(4);
      texts.remove(seqs.get(2));
      assertThat(file.read(all())).isEqualTo(texts);
    }
  }

  @Test
  void a_thread_with_an_interrupt_reads_and_keeps_it() throws Exception {
    messages(20);
    try (TextFile file = open()) {
      fill(file);
      Thread.currentThread().interrupt();
      assertThat(file.read(all())).isEqualTo(texts);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void who_reads_beside_who_writes_never_reads_anything_wrong() throws Exception {
    messages(4000);
    List<Candidate> all = all();
    AtomicBoolean done = new AtomicBoolean();
    TextFile file = open();
    CompletableFuture<Long> reader =
        CompletableFuture.supplyAsync(
            () -> {
              long found = 0;
              while (!done.get()) {
                Map<Long, String> read = file.read(all);
                assertThat(texts).containsAllEntriesOf(read);
                found += read.size();
              }
              return found;
            });
    fill(file);
    for (int i = 0; i < 500; i++) {
      int slot = random.nextInt(seqs.size());
      file.rewrite(slot, seqs.get(slot), i % 2 == 0 ? null : texts.get(seqs.get(slot)));
    }
    done.set(true);
    assertThat(reader.get()).isPositive();
    file.close();
    assertThat(file.read(all)).isEmpty();
  }
}
