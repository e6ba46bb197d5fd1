package org.parley.session;

import org.jspecify.annotations.Nullable;
import org.parley.crypto.SecretBytes;
import org.parley.name.PeerName;

/**
 * Where a machine gets the contact secret of the name that its peer bears.
 *
 * <p>A responder's answers at once, from what is ready: it never derives while a peer waits. An
 * initiator that was given no name, only an address, asks once it has learnt the name; then the
 * lookup derives it there and then, a quarter of a second ({@link ContactSecret}), and gives null
 * where that name is in the directory with another password.
 */
@FunctionalInterface
public interface SecretLookup {
  /**
   * A copy of the secret shared with that peer, which the machine closes; null where there is none.
   * A responder then goes on with a random one, an initiator ends with {@link EndKind#NO_SECRET}.
   */
  @Nullable SecretBytes contactSecret(PeerName peer);
}
