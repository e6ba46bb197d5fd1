package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.journal.Anchors;
import org.parley.journal.Batch;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalKeys;
import org.parley.journal.JournalParts;
import org.parley.journal.Outcomes;
import org.parley.journal.Receipt;
import org.parley.journal.search.MessageIndex;
import org.parley.store.H2Files;
import org.parley.vault.Seal;
import org.parley.vault.SealPurpose;
import org.parley.vault.Vault;
import org.parley.vault.VaultException;

/**
 * A data folder with the journal of a corpus: of each message the row of its text, with a PDU as
 * long as the protocol makes it, and so many rows of other PDUs. Made once and kept.
 */
final class BenchProfile {
  private static final char[] PASSWORD = "bench".toCharArray();
  private static final int GROUP = 1000;

  private final Path folder;
  private final int messages;
  private final int others;

  /**
   * A profile in the build's folder, or in that of the property {@code parley.bench}.
   *
   * @param others rows beside that of the text, for each message; 11 are those of the classic
   *     protocol, PDU for PDU
   */
  BenchProfile(int messages, int others) {
    this.folder =
        Path.of(
            System.getProperty("parley.bench", "target/bench"),
            "journal-" + messages + "-" + others);
    this.messages = messages;
    this.others = others;
  }

  /** The file for copies of texts. */
  Path texts() {
    return folder.resolve("search.texts");
  }

  /** Waits until all texts are copied: until then searches read rows. */
  static void awaitTexts(MessageIndex index) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(30);
    while (!index.copied()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("texts are copied for half an hour, and not done");
      }
      Thread.sleep(50); // who copies tells nobody
    }
  }

  Path folder() {
    return folder;
  }

  /** An open profile; the journal is closed before the vault. */
  record Opened(Vault vault, Journal journal) implements AutoCloseable {
    Seal seal() {
      return vault.seal(SealPurpose.SEARCH);
    }

    @Override
    public void close() throws JournalException {
      journal.close();
      vault.close();
    }
  }

  /** Opens it, and fills it before where that was not done. */
  Opened open() throws IOException, JournalException, VaultException {
    Path done = folder.resolve("filled");
    if (!Files.exists(done)) {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve("journal.mv.db"));
      Files.deleteIfExists(folder.resolve("vault.json"));
      try (Vault vault = Vault.create(folder.resolve("vault.json"), PASSWORD.clone());
          Journal journal = Journal.create(parts(vault))) {
        fill(journal);
      }
      Files.createFile(done);
    }
    Vault vault = Vault.open(folder.resolve("vault.json"), PASSWORD.clone());
    return new Opened(vault, Journal.open(parts(vault)));
  }

  private JournalParts parts(Vault vault) {
    H2Files files = new H2Files(folder, JournalKeys.databasePassword(vault));
    return JournalParts.standard(
        files, JournalKeys.of(vault), new Anchors(folder, folder.resolve("state")));
  }

  private void fill(Journal journal) {
    Corpus corpus = new Corpus(Corpus.SEED, messages);
    List<Entry> group = new ArrayList<>();
    CompletableFuture<Receipt> last = CompletableFuture.completedFuture(null);
    for (int i = 0; i < messages; i++) {
      rows(corpus.next(), i, group);
      if (group.size() >= GROUP || i == messages - 1) {
        last.join();
        last = journal.commit(Batch.of(Durability.ASYNC, group));
        group.clear();
      }
    }
    last.join();
  }

  private void rows(Corpus.Message message, int number, List<Entry> to) {
    if (others == ClassicRows.COUNT - 1) {
      ClassicRows.add(message, number, to);
      return;
    }
    String id = new UUID(0x4000L | (long) number << 16, ~(long) number).toString();
    String session = new UUID(number, 0x4000L).toString();
    String outcome = message.sent() ? Outcomes.SENT : Outcomes.OK;
    Direction direction = message.sent() ? Direction.SENT : Direction.RECEIVED;
    Direction back = message.sent() ? Direction.RECEIVED : Direction.SENT;
    String answer = message.sent() ? Outcomes.OK : Outcomes.SENT;
    for (int i = 1; i < others; i++) {
      to.add(row(message, direction, session, "hello", null, outcome, 40, null));
    }
    int size = message.text().length();
    to.add(row(message, direction, session, Entry.TEXT, id, outcome, size, message.text()));
    if (others > 0) {
      to.add(row(message, back, session, "ack", null, answer, 16, null));
    }
  }

  private static Entry row(
      Corpus.Message message,
      Direction direction,
      String session,
      String type,
      String id,
      String outcome,
      int bodySize,
      String text) {
    String body = "Q".repeat((bodySize + 48) / 3 * 4);
    String pdu =
        "{\"body\":{\"content\":\""
            + body
            + "\"},\"header\":{\"crc\":305419896,\"id\":\""
            + session
            + "\",\"msg_type\":\""
            + type
            + "\",\"timestamp\":1782898200123},\"security\":{\"enc_type\":\"AES256-CBC\","
            + "\"hmac_type\":\"HMAC-SHA256\",\"hmac_val\":\""
            + "5a".repeat(32)
            + "\"}}";
    return new Entry(
        message.time(),
        direction,
        message.peer(),
        "192.0.2.7:5000",
        session,
        type,
        id,
        "TALK",
        outcome,
        pdu,
        (long) pdu.length(),
        null,
        text,
        null);
  }
}
