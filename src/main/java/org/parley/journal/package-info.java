/**
 * The sealed log of everything sent and received: rows that are encrypted, tagged, and covered by
 * the head of an RFC 6962 tree; two anchors that notice an old copy put back; and the one way to
 * write, {@link org.parley.journal.Journal#commit}. Free of SQL: the database stands behind {@link
 * org.parley.journal.JournalStore}, which {@code store} implements.
 *
 * <p>Formats, with ‖ for joined bytes, u64 for 8 bytes big-endian, labels in ASCII:
 *
 * <pre>
 * sealed = IV ‖ AES-256-CBC-PKCS7(journal/encrypt, IV, record)
 * salt   = HMAC-SHA256(journal/commit, journal id ‖ u64(seq))
 * leaf   = SHA-256(0x00 ‖ u64(seq) ‖ SHA-256(salt ‖ record))
 * tag    = HMAC-SHA256(journal/tag, "parley/row/1" ‖ journal id ‖ u64(seq) ‖ leaf ‖ sealed)
 * state  = SHA-256 over the last 32 bytes of every STATE row's sealed, in key order
 * head   = HMAC-SHA256(journal/head, "parley/head/1" ‖ journal id ‖ u64(size) ‖ root ‖ state ‖ frontier)
 * </pre>
 */
package org.parley.journal;
