package org.parley.journal;

import java.util.HexFormat;
import org.parley.crypto.SecretBytes;
import org.parley.vault.JournalId;
import org.parley.vault.Purpose;
import org.parley.vault.Vault;

/**
 * The five keys of a journal, 32 bytes each, and its id. Closing wipes the keys; after that every
 * use throws {@link IllegalStateException}. Any thread.
 */
public final class JournalKeys implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.of();

  private final JournalId journal;
  private final SecretBytes encrypt;
  private final SecretBytes tag;
  private final SecretBytes commit;
  private final SecretBytes head;
  private final SecretBytes id;

  private JournalKeys(
      JournalId journal,
      SecretBytes encrypt,
      SecretBytes tag,
      SecretBytes commit,
      SecretBytes head,
      SecretBytes id) {
    this.journal = journal;
    this.encrypt = encrypt;
    this.tag = tag;
    this.commit = commit;
    this.head = head;
    this.id = id;
  }

  /** The keys that the vault gives its present journal. */
  public static JournalKeys of(Vault vault) {
    return of(
        vault.journalId(),
        vault.key(Purpose.JOURNAL_ENCRYPT),
        vault.key(Purpose.JOURNAL_TAG),
        vault.key(Purpose.JOURNAL_COMMIT),
        vault.key(Purpose.JOURNAL_HEAD),
        vault.key(Purpose.JOURNAL_ID));
  }

  /** Takes the keys over: they are closed with this. */
  public static JournalKeys of(
      JournalId journal,
      SecretBytes encrypt,
      SecretBytes tag,
      SecretBytes commit,
      SecretBytes head,
      SecretBytes id) {
    return new JournalKeys(journal, encrypt, tag, commit, head, id);
  }

  /** The same keys for another journal, with a life of their own. */
  public JournalKeys withJournal(JournalId other) {
    return new JournalKeys(
        other, encrypt.copy(), tag.copy(), commit.copy(), head.copy(), id.copy());
  }

  /** The database's password: the hex of its key. The caller wipes it. */
  public static char[] databasePassword(Vault vault) {
    try (SecretBytes key = vault.key(Purpose.DATABASE)) {
      char[] password = new char[2 * key.length()];
      for (int i = 0; i < key.length(); i++) {
        password[2 * i] = HEX.toHighHexDigit(key.expose()[i]);
        password[2 * i + 1] = HEX.toLowHexDigit(key.expose()[i]);
      }
      return password;
    }
  }

  /** The journal that these keys are for. */
  public JournalId journal() {
    return journal;
  }

  byte[] journalBytes() {
    return journal.bytes();
  }

  SecretBytes encrypt() {
    return encrypt;
  }

  SecretBytes tag() {
    return tag;
  }

  SecretBytes commit() {
    return commit;
  }

  SecretBytes head() {
    return head;
  }

  SecretBytes id() {
    return id;
  }

  @Override
  public void close() {
    encrypt.close();
    tag.close();
    commit.close();
    head.close();
    id.close();
  }

  @Override
  public String toString() {
    return "JournalKeys[redacted]";
  }
}
