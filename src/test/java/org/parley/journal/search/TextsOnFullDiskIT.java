package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.Sha256;
import org.parley.journal.Batch;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.Progress;
import org.parley.store.SmallDisk;
import org.parley.store.TestProfile;
import org.parley.vault.Seal;
import org.parley.vault.SealPurpose;
import org.parley.vault.TestVault;
import org.parley.vault.Vault;

/** Copies of texts where there is no room for them. */
class TextsOnFullDiskIT {
  private static final String JOURNAL = "00112233445566778899aabbccddeeff";

  @TempDir Path root;
  private SmallDisk disk;
  private Path path;
  private Vault vault;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(root.resolve("disk"));
    path = disk.path().resolve("search.texts");
    vault = TestVault.create(root.resolve("vault.json"), "startup".toCharArray());
  }

  @AfterEach
  void unmount() throws Exception {
    if (disk != null) {
      vault.close();
      disk.close();
    }
  }

  @Test
  void what_did_not_fit_leaves_nothing_and_fits_later() throws Exception {
    MessageTable table = new MessageTable();
    List<Long> seqs = new ArrayList<>();
    Map<Long, String> texts = new HashMap<>();
    List<Candidate> wanted = new ArrayList<>();
    for (long seq = 0; seq < 20; seq++) {
      int slot = table.add(seq, Instant.EPOCH, Direction.SENT, "peer", null);
      seqs.add(seq);
      texts.put(seq, "x".repeat(40_000) + seq);
      wanted.add(new Candidate(slot, seq, false, null));
    }
    try (Seal seal = vault.seal(SealPurpose.SEARCH);
        TextFile file = TextFile.open(path, JOURNAL, seal, s -> new byte[Sha256.SIZE], table)) {
      file.append(seqs.subList(0, 5), texts);
      long size = Files.size(path);
      Path filler = disk.fill();
      assertThatThrownBy(() -> file.append(seqs.subList(5, 20), texts))
          .isInstanceOf(IOException.class);
      assertThat(Files.size(path)).isEqualTo(size);
      assertThat(file.read(wanted)).hasSize(5);
      Files.delete(filler);
      file.append(seqs.subList(5, 20), texts);
      assertThat(file.read(wanted)).isEqualTo(texts);
    }
  }

  @Test
  void the_last_of_a_disk_is_left_to_the_journal() throws Exception {
    TestProfile profile = new TestProfile(root);
    try (Journal journal = profile.create();
        MessageIndex index = new MessageIndex(journal, vault.seal(SealPurpose.SEARCH), path)) {
      List<Entry> said = new ArrayList<>();
      for (int i = 0; i < 1500; i++) {
        said.add(TestProfile.received("bob", "message " + i));
      }
      TestProfile.commit(journal, Batch.of(Durability.ASYNC, said));
      index.build(Progress.NONE);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!index.copied()) {
        assertThat(System.nanoTime()).as("copying is given up").isLessThan(end);
        Thread.sleep(10); // another thread does it, and tells nobody
      }
      assertThat(Files.size(path)).isEqualTo(32); // the header
      assertThat(index.search(SearchQuery.of("message 7")).next(999).hits()).hasSize(111);
    }
  }
}
