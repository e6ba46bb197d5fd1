package org.parley.journal;

import org.parley.vault.JournalId;

/** Where it is kept which journal is the profile's: the vault. */
@FunctionalInterface
public interface IdKeeper {
  /**
   * From now on that journal is the profile's; once this returns, that is on the disk.
   *
   * @throws JournalException where it could not be kept; nothing is set aside then
   */
  void keep(JournalId id) throws JournalException;
}
