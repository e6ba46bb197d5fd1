package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.LocalTypes;
import org.parley.journal.Outcomes;
import org.parley.journal.Page;
import org.parley.journal.Progress;
import org.parley.journal.TestKeys;
import org.parley.store.TestProfile;
import org.parley.vault.Seal;
import org.parley.vault.SealPurpose;
import org.parley.vault.TestVault;
import org.parley.vault.Vault;

/** Searches over a real database, compared with a look at every text. */
class SearchIT {
  private static final Instant BEGIN = Instant.parse("2026-07-01T00:00:00Z");
  private static final String ALPHABET = "aábcdeE ßS你好한국😀\u0E01\u0E34Жж.\u0301";

  private static final String FLIPPED =
      "SUBSTRING(sealed FROM 1 FOR 39) || X'00010203' || SUBSTRING(sealed FROM 44)";

  private record Said(long seq, String peer, Direction direction, Instant time, String text) {}

  @TempDir Path root;
  private final Map<Long, Said> said = new HashMap<>();
  private final Set<Long> removed = new HashSet<>();
  private TestProfile profile;
  private Vault vault;
  private Random random;

  @BeforeEach
  void begin() throws Exception {
    profile = new TestProfile(root);
    vault = TestVault.create(root.resolve("vault.json"), "startup".toCharArray());
    long seed = System.nanoTime();
    System.out.println("SearchIT seed " + seed);
    random = new Random(seed);
  }

  @AfterEach
  void end() {
    vault.close();
  }

  private Seal seal() {
    return vault.seal(SealPurpose.SEARCH);
  }

  private Path texts() {
    return root.resolve("search.texts");
  }

  private String text(int most) {
    int[] all = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      text.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return text.toString();
  }

  private Entry message(Instant time, Direction direction, String peer, String text) {
    String id = new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    String outcome = direction == Direction.SENT ? Outcomes.SENT : Outcomes.OK;
    return new Entry(
        time, direction, peer, null, "s" + id, "text", id, null, outcome, null, null, null, text,
        null);
  }

  private void say(Journal journal, int messages) throws Exception {
    while (messages > 0) {
      List<Entry> entries = new ArrayList<>();
      for (int i = Math.min(messages, 500); i > 0; i--) {
        messages--;
        Instant time = BEGIN.plusSeconds(random.nextInt(1_000_000));
        Direction direction = random.nextBoolean() ? Direction.SENT : Direction.RECEIVED;
        String peer = "peer" + (random.nextInt(50) == 0 ? "rare" : random.nextInt(3));
        entries.add(message(time, direction, peer, text(random.nextInt(100) == 0 ? 500 : 14)));
        if (random.nextInt(4) == 0) {
          entries.add(Entry.local(time, "note", null, null));
        }
      }
      long seq = TestProfile.commit(journal, Batch.of(Durability.ASYNC, entries)).first();
      for (Entry entry : entries) {
        if (entry.isMessage()) {
          said.put(seq, new Said(seq, entry.peer(), entry.direction(), entry.time(), entry.text()));
        }
        seq++;
      }
    }
  }

  private void remove(Journal journal, int messages) throws Exception {
    List<Long> all = new ArrayList<>(said.keySet());
    for (int i = 0; i < messages; i++) {
      Said gone = said.get(all.get(random.nextInt(all.size())));
      Entry row = removal(gone.seq(), gone.peer());
      if (removed.add(gone.seq())) {
        TestProfile.commit(journal, Batch.of(Durability.ASYNC, List.of(row)));
      }
    }
  }

  private static Entry removal(long seq, String peer) {
    return new Entry(
        BEGIN,
        Direction.LOCAL,
        peer,
        null,
        null,
        LocalTypes.REMOVE,
        null,
        null,
        Outcomes.NOTED,
        null,
        null,
        null,
        null,
        seq);
  }

  private SearchQuery query() {
    return new SearchQuery(
        text(random.nextBoolean() ? 2 : 4),
        random.nextInt(3) > 0 ? null : random.nextBoolean() ? "peerrare" : "peer1",
        random.nextInt(3) > 0 ? null : Direction.SENT,
        random.nextInt(3) > 0 ? null : BEGIN.plusSeconds(random.nextInt(1_000_000)),
        random.nextInt(3) > 0 ? null : BEGIN.plusSeconds(random.nextInt(1_000_000)),
        random.nextBoolean());
  }

  private List<Long> naive(SearchQuery query) {
    String part = Folding.fold(query.text());
    return said.values().stream()
        .filter(s -> Folding.fold(s.text()).contains(part))
        .filter(s -> part.isEmpty() || !removed.contains(s.seq()))
        .filter(s -> query.peer() == null || query.peer().equals(s.peer()))
        .filter(s -> query.direction() == null || query.direction() == s.direction())
        .filter(s -> query.since() == null || !s.time().isBefore(query.since()))
        .filter(s -> query.until() == null || s.time().isBefore(query.until()))
        .map(Said::seq)
        .sorted((a, b) -> query.oldestFirst() ? Long.compare(a, b) : Long.compare(b, a))
        .toList();
  }

  private List<Long> found(MessageIndex index, SearchQuery query) throws Exception {
    MessageSearch search = index.search(query);
    List<Long> seqs = new ArrayList<>();
    SearchPage page;
    do {
      int limit = 1 + random.nextInt(300);
      page = search.next(limit);
      assertThat(page.hits().size()).isLessThanOrEqualTo(limit);
      assertThat(page.complete()).isTrue();
      for (SearchHit hit : page.hits()) {
        Said right = said.get(hit.message().seq());
        seqs.add(right.seq());
        if (!removed.contains(right.seq())) {
          assertThat(hit.text()).isEqualTo(right.text());
          assertThat(hit.places())
              .isEqualTo(Folding.find(right.text(), query.text(), MessageSearch.MOST_PLACES));
        }
      }
    } while (page.more());
    return seqs;
  }

  private void compare(MessageIndex index, int queries) throws Exception {
    for (int i = 0; i < queries; i++) {
      SearchQuery query = query();
      assertThat(found(index, query)).as(query.text()).isEqualTo(naive(query));
    }
  }

  @Test
  void finds_what_a_look_at_every_text_finds_built_kept_in_step_and_loaded() throws Exception {
    try (Journal journal = profile.create()) {
      say(journal, 1500);
      remove(journal, 20);
      try (MessageIndex index = new MessageIndex(journal, seal(), texts())) {
        assertThat(index.build(Progress.NONE)).isTrue();
        compare(index, 40);
        for (int i = 0; i < 6; i++) {
          say(journal, random.nextInt(1500));
          remove(journal, random.nextInt(5));
          compare(index, 20);
        }
      }
      // After this index was saved, one that is not.
      try (MessageIndex index = new MessageIndex(journal)) {
        say(journal, 30);
        assertThat(index.build(Progress.NONE)).isTrue();
        compare(index, 30);
      }
    }
    for (int start = 0; start < 3; start++) {
      try (Journal journal = profile.open();
          MessageIndex index = new MessageIndex(journal, seal(), texts())) {
        Counting counting = new Counting();
        assertThat(index.build(counting)).isTrue();
        assertThat(counting.first).isGreaterThan(journal.size() / 2);
        compare(index, 30);
        say(journal, 600);
        remove(journal, 3);
        compare(index, 20);
        assertThat(sameAsFresh(journal, index)).isTrue();
      }
    }
  }

  // All that the index answers beside searches, compared with one that reads the whole journal.
  private static boolean sameAsFresh(Journal journal, MessageIndex index) throws Exception {
    try (MessageIndex fresh = new MessageIndex(journal)) {
      fresh.build(Progress.NONE);
      assertThat(index.newestFirst(Long.MAX_VALUE, 100_000))
          .isEqualTo(fresh.newestFirst(Long.MAX_VALUE, 100_000));
      assertThat(index.conversations()).isEqualTo(fresh.conversations());
      for (MessageRef ref : fresh.newestFirst(Long.MAX_VALUE, 300)) {
        if (ref.direction() == Direction.SENT) {
          assertThat(index.sent(ref.peer(), ref.id())).isEqualTo(ref);
        } else {
          assertThat(index.received(ref.peer(), ref.id())).isEqualTo(ref);
        }
      }
      return true;
    }
  }

  private static final class Counting implements Progress {
    long first = -1;
    long last;

    @Override
    public void at(long done, long total) {
      first = first < 0 ? done : first;
      last = done;
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  @Test
  void a_damaged_missing_or_foreign_index_is_built_anew() throws Exception {
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      say(journal, 3000);
      index.build(Progress.NONE);
    }
    String[] damages = {
      "UPDATE SEARCH SET sealed = " + FLIPPED + " WHERE id = 0",
      "UPDATE SEARCH SET sealed = " + FLIPPED + " WHERE id = (SELECT MAX(id) FROM SEARCH)",
      "UPDATE SEARCH SET sealed = (SELECT sealed FROM SEARCH WHERE id = (SELECT MAX(id) FROM"
          + " SEARCH)) WHERE id = (SELECT MIN(id) FROM SEARCH WHERE id > 0)",
      "DELETE FROM SEARCH WHERE id = (SELECT MIN(id) FROM SEARCH WHERE id > 0)",
      "DELETE FROM SEARCH WHERE id = 0",
      "DELETE FROM SEARCH",
      "UPDATE SEARCH SET sealed = X''",
    };
    for (String damage : damages) {
      profile.sql(damage);
      try (Journal journal = profile.open();
          MessageIndex index = new MessageIndex(journal, seal(), texts())) {
        assertThat(index.progress().complete()).isFalse();
        Counting counting = new Counting();
        assertThat(index.build(counting)).isTrue();
        assertThat(counting.first).as(damage).isZero();
        assertThat(counting.last).isEqualTo(journal.size());
        compare(index, 10);
      }
      try (Journal journal = profile.open();
          MessageIndex index = new MessageIndex(journal, seal(), texts())) {
        Counting counting = new Counting();
        assertThat(index.build(counting)).isTrue();
        assertThat(counting.first).as("saved after " + damage).isEqualTo(journal.size());
        compare(index, 5);
      }
    }
  }

  @Test
  void an_index_of_another_key_or_of_rows_that_are_not_there_is_built_anew() throws Exception {
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      say(journal, 400);
      index.build(Progress.NONE);
    }
    Vault other = TestVault.create(root.resolve("other.json"), "startup".toCharArray());
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, other.seal(SealPurpose.SEARCH), texts())) {
      index.build(Progress.NONE);
      compare(index, 10);
    }
    other.close();
  }

  @Test
  void until_it_is_complete_a_page_says_so() throws Exception {
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      say(journal, 300);
      SearchQuery all = new SearchQuery("", null, null, null, null, false);
      SearchPage page = index.search(all).next(1000);
      assertThat(page.complete()).isFalse();
      assertThat(page.hits()).isEmpty();
      AtomicBoolean once = new AtomicBoolean();
      boolean whole =
          index.build(
              new Progress() {
                @Override
                public void at(long done, long total) {
                  assertThat(done).isLessThanOrEqualTo(total);
                }

                @Override
                public boolean cancelled() {
                  return once.getAndSet(true);
                }
              });
      assertThat(whole).isFalse();
      page = index.search(all).next(1000);
      assertThat(page.complete()).isFalse();
      assertThat(page.hits()).isNotEmpty().hasSizeLessThan(300);
      assertThat(index.progress().rows()).isBetween(1L, journal.size() - 1);
      assertThat(index.build(Progress.NONE)).isTrue();
      page = index.search(all).next(1000);
      assertThat(page.complete()).isTrue();
      assertThat(page.hits()).hasSize(300);
      assertThat(page.more()).isFalse();
    }
  }

  @Test
  void a_cancelled_search_ends() throws Exception {
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal)) {
      say(journal, 300);
      index.build(Progress.NONE);
      MessageSearch search = index.search(SearchQuery.of(""));
      assertThat(search.next(10).more()).isTrue();
      search.cancel();
      assertThat(search.next(10)).isEqualTo(new SearchPage(List.of(), false, true));
    }
  }

  @Test
  void what_was_removed_has_left_the_saved_index_at_the_end() throws Exception {
    long seq;
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      say(journal, 1100);
      seq =
          TestProfile.commit(journal, message(BEGIN, Direction.SENT, "peer0", "xylophone qwertz"))
              .first();
      say(journal, 1100);
      index.build(Progress.NONE);
      assertThat(index.search(SearchQuery.of("XYLO")).next(9).hits()).hasSize(1);
      awaitCopies(index);
    }
    byte[] withCopy = Files.readAllBytes(texts());
    assertThat(hasCopy(seq)).isTrue();
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      index.build(Progress.NONE);
      // So that the text has been read, and is kept for the next search.
      assertThat(index.search(SearchQuery.of("XYLO")).next(9).hits()).hasSize(1);
      MessageSearch begunBefore = index.search(SearchQuery.of("qwertz"));
      Entry row = removal(seq, "peer0");
      TestProfile.commit(journal, Batch.of(Durability.SYNC, List.of(row)));
      assertThat(index.search(SearchQuery.of("XYLO")).next(9).hits()).isEmpty();
      assertThat(begunBefore.next(9).hits()).isEmpty();
      assertThat(index.message(seq).removed()).isTrue();
    }
    assertThat(hasCopy(seq)).isFalse();
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      IndexContents loaded = new SavedIndex(journal, seal()).load(new Object());
      assertThat(loaded.next()).isEqualTo(journal.size());
      for (Segment segment : loaded.texts().segments()) {
        assertThat(segment.mayContain("xyl")).isEmpty();
      }
      index.build(Progress.NONE);
      assertThat(index.message(seq).removed()).isTrue();
    }
    // Somebody puts back a file that has it, as if the program had been killed in between.
    Files.write(texts(), withCopy);
    assertThat(hasCopy(seq)).isTrue();
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      index.build(Progress.NONE);
      awaitChange(withCopy);
    }
    assertThat(hasCopy(seq)).isFalse();
  }

  private void awaitChange(byte[] from) throws Exception {
    await("the file is put right", () -> !Arrays.equals(Files.readAllBytes(texts()), from));
  }

  private boolean hasCopy(long seq) throws Exception {
    Map<Long, byte[]> known = new HashMap<>();
    try (Journal journal = profile.open();
        JournalSnapshot snapshot = journal.snapshot()) {
      for (long at = 0; at < journal.size(); at += JournalSnapshot.PAGE) {
        snapshot.rows(at, JournalSnapshot.PAGE).forEach(row -> known.put(row.seq(), row.leaf()));
      }
    }
    TextChunk.Leaves leaves = known::get;
    MessageTable any = new MessageTable();
    List<Long> messages = new ArrayList<>(said.keySet());
    messages.add(seq);
    messages.sort(null);
    messages.forEach(m -> any.add(m, BEGIN, Direction.SENT, "peer", null));
    try (Seal seal = seal();
        TextFile file = TextFile.open(texts(), TestKeys.ID.toString(), seal, leaves, any)) {
      int slot = any.at(seq);
      assertThat(file.slots()).isGreaterThan(slot);
      return !file.notGone(List.of(new Candidate(slot, seq, false, null))).isEmpty();
    }
  }

  private static void awaitCopies(MessageIndex index) throws Exception {
    await("copies are made", index::copied);
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(10); // another thread does it, and tells nobody
    }
  }

  @Test
  void copies_of_texts_that_are_damaged_cut_missing_or_old_change_no_answer() throws Exception {
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      say(journal, 4000);
      index.build(Progress.NONE);
      awaitCopies(index);
      compare(index, 20);
    }
    byte[] old = Files.readAllBytes(texts());
    for (int i = 0; i < 12; i++) {
      byte[] now = Files.readAllBytes(texts());
      for (int flips = 0; flips < 40; flips++) {
        now[random.nextInt(now.length)] ^= 4;
      }
      switch (i % 4) {
        case 0 -> Files.write(texts(), now);
        case 1 -> Files.write(texts(), Arrays.copyOf(now, random.nextInt(now.length)));
        case 2 -> Files.delete(texts());
        default -> Files.write(texts(), old);
      }
      try (Journal journal = profile.open();
          MessageIndex index = new MessageIndex(journal, seal(), texts())) {
        index.build(Progress.NONE);
        compare(index, 10);
        say(journal, 300);
        remove(journal, 3);
        compare(index, 10);
      }
    }
  }

  @Test
  void without_a_place_for_copies_all_is_found() throws Exception {
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, seal(), root.resolve("none/here"))) {
      say(journal, 1500);
      index.build(Progress.NONE);
      compare(index, 20);
      remove(journal, 5);
      compare(index, 10);
    }
  }

  @Test
  void a_damaged_copy_is_written_again() throws Exception {
    long seq;
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      seq =
          TestProfile.commit(journal, message(BEGIN, Direction.SENT, "peer0", "xylophone")).first();
      said.put(seq, new Said(seq, "peer0", Direction.SENT, BEGIN, "xylophone"));
      say(journal, 1100);
      index.build(Progress.NONE);
      awaitCopies(index);
    }
    byte[] good = Files.readAllBytes(texts());
    profile.sql("UPDATE ENTRY SET sealed = " + FLIPPED + " WHERE seq = " + seq);
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      index.build(Progress.NONE);
      // The copy, which has a seal of its own, says what the row does not any more.
      assertThat(index.search(SearchQuery.of("xylo")).next(9).hits()).hasSize(1);
      assertThat(journal.entries(List.of(seq)).get(0).entry()).isNull();
      byte[] bad = good.clone();
      int at = bad.length - 20; // in the last record
      bad[at] ^= 1;
      try (FileChannel file = FileChannel.open(texts(), StandardOpenOption.WRITE)) {
        assertThat(file.write(ByteBuffer.wrap(bad, at, 1), at)).isOne();
      }
      List<Long> all = found(index, new SearchQuery("", null, null, null, null, false));
      assertThat(all).hasSize(1101);
      say(journal, 1);
      awaitChange(bad);
    }
    byte[] mended = Files.readAllBytes(texts());
    assertThat(mended).hasSameSizeAs(good).isNotEqualTo(good);
    assertThat(Arrays.copyOf(mended, good.length / 2))
        .isEqualTo(Arrays.copyOf(good, good.length / 2));
  }

  @Test
  void an_index_that_is_behind_does_not_show_what_was_removed_since() throws Exception {
    long seq;
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      seq =
          TestProfile.commit(journal, message(BEGIN, Direction.SENT, "peer0", "xylophone")).first();
      say(journal, 1100);
      index.build(Progress.NONE);
      awaitCopies(index);
    }
    try (Journal journal = profile.open()) {
      journal
          .commit(new Batch(List.of(), List.of(), List.of(seq), Durability.SYNC))
          .get(20, TimeUnit.SECONDS);
    }
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      AtomicBoolean never = new AtomicBoolean(true);
      assertThat(index.build(cancelled(never))).isFalse();
      assertThat(index.progress().rows()).isEqualTo(journal.size() - 1);
      assertThat(index.search(SearchQuery.of("xylo")).next(9).hits()).isEmpty();
      assertThat(index.build(Progress.NONE)).isTrue();
      assertThat(index.search(SearchQuery.of("xylo")).next(9).hits()).isEmpty();
    }
    assertThat(hasCopy(seq)).isFalse();
  }

  private static Progress cancelled(AtomicBoolean yes) {
    return new Progress() {
      @Override
      public void at(long done, long total) {}

      @Override
      public boolean cancelled() {
        return yes.get();
      }
    };
  }

  // What comes between the wiping and the saving is not saved as if it had been wiped.
  @Test
  void an_index_is_not_saved_while_a_removed_text_is_still_to_leave_the_disk() throws Exception {
    try (Journal journal = profile.create();
        SavedIndex saved = new SavedIndex(journal, seal())) {
      say(journal, 1100);
      Object lock = new Object();
      IndexContents contents = new IndexContents(lock);
      for (long at = 0; at < journal.size(); at = contents.next()) {
        Page page = journal.read(at, JournalSnapshot.PAGE);
        page.rows().forEach(contents::take);
        contents.setNext(page.next());
      }
      contents.texts().seal();
      assertThat(saved.save(contents, lock)).isEqualTo(journal.size());
      long first = contents.table().seq(0);
      String peer = contents.table().ref(0).peer();
      contents.reader().read(journal.size(), removal(first, peer));
      assertThat(saved.save(contents, lock)).isEqualTo(SavedIndex.NOTHING);
      assertThat(contents.texts().purge()).isTrue();
      assertThat(saved.save(contents, lock)).isEqualTo(SavedIndex.NOTHING); // its copy is there
      assertThat(contents.reader().takeRemoved()).containsExactly(0);
      assertThat(saved.save(contents, lock)).isEqualTo(journal.size());
    }
  }

  @Test
  void copies_of_a_journal_that_went_on_otherwise_are_made_anew() throws Exception {
    try (Journal journal = profile.create()) {
      assertThat(journal.size()).isZero();
    }
    Path empty = root.resolve("empty.mv.db");
    Files.copy(profile.database(), empty);
    byte[] anchor = Files.readAllBytes(profile.anchor());
    byte[] anchorCopy = Files.readAllBytes(profile.anchorCopy());
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      say(journal, 2200);
      index.build(Progress.NONE);
      awaitCopies(index);
    }
    byte[] others = Files.readAllBytes(texts());
    Files.delete(texts());
    Files.copy(empty, profile.database(), StandardCopyOption.REPLACE_EXISTING);
    Files.write(profile.anchor(), anchor);
    Files.write(profile.anchorCopy(), anchorCopy);
    said.clear();
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, seal(), null)) {
      say(journal, 2200);
      index.build(Progress.NONE);
    }
    Files.write(texts(), others);
    try (Journal journal = profile.open();
        MessageIndex index = new MessageIndex(journal, seal(), texts())) {
      index.build(Progress.NONE);
      compare(index, 30);
      awaitCopies(index);
      compare(index, 30);
    }
  }
}
