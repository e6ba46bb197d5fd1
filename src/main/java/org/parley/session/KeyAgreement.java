package org.parley.session;

import org.parley.crypto.ModpGroup14;
import org.parley.crypto.SecretBytes;
import org.parley.name.PeerName;

/**
 * All that the keys of a connection are made of, until they are needed: an exponentiation is spent
 * on a peer only once its first tag is to be verified. Owns its two secrets.
 *
 * @param contactSecret shared with the peer, or random where its name is unknown
 * @param exponent our private exponent
 * @param peerPublic the peer's value, checked
 */
record KeyAgreement(
    SecretBytes contactSecret,
    SecretBytes exponent,
    ModpGroup14.PublicValue peerPublic,
    PeerName initiator,
    PeerName responder)
    implements AutoCloseable {

  /** The keys; what they were made of is wiped. */
  SessionKeys derive() {
    try (this;
        SecretBytes dhsk = ModpGroup14.agree(exponent, peerPublic)) {
      return SessionKeys.derive(contactSecret, initiator, responder, dhsk);
    }
  }

  @Override
  public void close() {
    contactSecret.close();
    exponent.close();
  }
}
