package org.parley.journal.verify;

import java.util.List;
import org.parley.journal.Finding;

/**
 * What a whole verification found.
 *
 * @param entries how many rows there are
 * @param root over them; 32 bytes
 * @param findings what is wrong and not accepted, by rising seq
 * @param accepted what is wrong and was accepted
 * @param seenWrong how many messages SEEN does not know rightly: no damage to the log, but {@link
 *     org.parley.journal.Journal#rebuildSeen} is to be called
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record Verification(
    long entries, byte[] root, List<Finding> findings, List<Finding> accepted, int seenWrong) {

  /** Whether nothing is wrong that was not accepted. */
  public boolean ok() {
    return findings.isEmpty();
  }
}
