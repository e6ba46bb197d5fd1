package org.parley.app.profile;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.ProfileException.Trouble;
import org.parley.journal.Anchors;
import org.parley.journal.DatabaseGoneException;
import org.parley.journal.ForeignDatabaseException;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalKeys;
import org.parley.journal.JournalParts;
import org.parley.journal.NewerVersionException;
import org.parley.journal.Renewal;
import org.parley.journal.StoredState;
import org.parley.settings.StateKind;
import org.parley.store.H2Files;
import org.parley.vault.JournalId;
import org.parley.vault.Vault;
import org.parley.vault.VaultException;

/** Opens the journal of an open vault, or begins a new one where the owner decided so. */
final class JournalOpening {
  private final Path folder;
  private final Path stateFolder;
  private final Vault vault;
  private final char[] password;

  JournalOpening(Path folder, Path stateFolder, Vault vault, char[] password) {
    this.folder = folder;
    this.stateFolder = stateFolder;
    this.vault = vault;
    this.password = password;
  }

  Journal create(Opened opened) throws ProfileException {
    try {
      return Journal.create(parts(opened));
    } catch (JournalException e) {
      throw new ProfileException(Trouble.JOURNAL_UNREADABLE, e.getMessage(), e);
    }
  }

  /** The journal; the caller closes it. What it stands on goes to {@code opened}. */
  Journal open(Opened opened, Distrust distrust) throws ProfileException {
    JournalParts parts = parts(opened);
    Journal journal = null;
    try {
      journal = Journal.open(parts);
      if (journal.appendable() || distrust == Distrust.SHOW) {
        return journal;
      }
    } catch (ForeignDatabaseException e) {
      refuse(Trouble.JOURNAL_FOREIGN, distrust, e);
    } catch (DatabaseGoneException e) {
      refuse(Trouble.JOURNAL_GONE, distrust, e);
    } catch (NewerVersionException e) {
      throw new ProfileException(Trouble.JOURNAL_NEWER, null, e);
    } catch (JournalException e) {
      throw new ProfileException(Trouble.JOURNAL_UNREADABLE, e.getMessage(), e);
    }
    return distrusted(parts, journal, distrust);
  }

  private static void refuse(Trouble trouble, Distrust distrust, JournalException why)
      throws ProfileException {
    if (distrust != Distrust.SET_ASIDE) {
      throw new ProfileException(trouble, null, why);
    }
  }

  private Journal distrusted(JournalParts parts, @Nullable Journal journal, Distrust distrust)
      throws ProfileException {
    try {
      if (distrust == Distrust.SET_ASIDE) {
        return Renewal.setAside(parts, journal, this::goesAlong, this::keep);
      }
      if (journal != null) {
        journal.close();
      }
    } catch (JournalException e) {
      throw new ProfileException(Trouble.JOURNAL_UNREADABLE, e.getMessage(), e);
    }
    throw new ProfileException(Trouble.JOURNAL_UNTRUSTED, null, null);
  }

  // A row of the notes that cannot be read blocks whoever it is about, in the new journal, too.
  private boolean goesAlong(StoredState row) {
    return row.kind() == StateKind.OTHER.number() || new StateSeals(vault).verifies(row);
  }

  private JournalParts parts(Opened opened) {
    char[] databasePassword = JournalKeys.databasePassword(vault);
    H2Files files = new H2Files(folder, databasePassword);
    opened.add(files::close);
    return JournalParts.standard(files, JournalKeys.of(vault), new Anchors(folder, stateFolder));
  }

  private void keep(JournalId id) throws JournalException {
    try {
      vault.setJournalId(id, password);
    } catch (VaultException | IOException e) {
      throw new JournalException("the vault could not be written", e);
    }
  }
}
