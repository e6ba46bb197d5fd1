package org.parley.journal.verify;

import java.util.List;
import org.parley.journal.Finding;

/**
 * What a whole verification found.
 *
 * @param entries how many rows there are
 * @param root over them; 32 bytes
 * @param findings what is wrong and not accepted, by rising seq; the first 10,000
 * @param unlisted how many more there are; they are listed once those are accepted
 * @param accepted what is wrong and was accepted; where there are very many, not all
 * @param seenWrong how many messages SEEN does not know rightly: no damage to the log, but {@link
 *     org.parley.journal.Journal#rebuildSeen} is to be called
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record Verification(
    long entries,
    byte[] root,
    List<Finding> findings,
    long unlisted,
    List<Finding> accepted,
    long seenWrong) {

  /** Whether nothing is wrong that was not accepted. */
  public boolean ok() {
    return findings.isEmpty() && unlisted == 0;
  }

  /** How many findings there are, listed or not. */
  public long count() {
    return findings.size() + unlisted;
  }
}
