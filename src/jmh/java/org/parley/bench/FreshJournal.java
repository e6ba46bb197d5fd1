package org.parley.bench;

import java.nio.file.Path;
import org.parley.journal.Anchors;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalKeys;
import org.parley.journal.JournalParts;
import org.parley.store.H2Files;
import org.parley.vault.TestVault;
import org.parley.vault.Vault;

/** An empty journal in a folder, as the program makes one, but for a cheap startup password. */
final class FreshJournal implements AutoCloseable {
  private final Vault vault;
  private final H2Files files;
  final Journal journal;

  FreshJournal(Path folder) throws Exception {
    vault = TestVault.create(folder.resolve("vault.json"), "bench".toCharArray());
    files = new H2Files(folder, JournalKeys.databasePassword(vault));
    journal =
        Journal.create(
            JournalParts.standard(
                files, JournalKeys.of(vault), new Anchors(folder, folder.resolve("state"))));
  }

  /** Appends the group, on the disk when this returns. */
  void append(java.util.List<Entry> group) throws Exception {
    journal.commit(Batch.of(Durability.SYNC, group)).get();
  }

  @Override
  public void close() throws Exception {
    journal.close();
    files.close();
    vault.close();
  }
}
