/**
 * The log handed to others: as a file that a third party checks without the password and without
 * this program, as a page for reading, and as a table.
 *
 * <p>The verifiable log is lines of canonical JSON (RFC 8785), each ended by LF. The first:
 *
 * <pre>
 * {"parley_export": 1, "kind": "whole" or "part", "owner": name, "exported": time,
 *  "verified": true or false, "public_key": verifier key, "checkpoint": signed note}
 * </pre>
 *
 * then one line a row: {@code {"seq": n, "salt": hex, "record": {...}}}, or {@code {"seq": n,
 * "leaf": hex}} for a row that is withheld, removed or lost; in a part also {@code "proof": [hex,
 * ...]}. With ‖ for joined bytes and u64 for 8 bytes big-endian:
 *
 * <pre>
 * leaf   = SHA-256(0x00 ‖ u64(seq) ‖ SHA-256(salt ‖ canonical JSON of the record))   RFC 6962
 * proof  = the inclusion proof of that leaf in the checkpoint's tree                  RFC 6962 2.1.1
 * </pre>
 *
 * The checkpoint is a C2SP tlog-checkpoint, signed as a C2SP signed note:
 *
 * <pre>
 * parley/00112233445566778899aabbccddeeff          origin: journal id; also the key's name
 * 2                                                rows
 * fAl...=                                          root, base64
 * owner alice
 * exported 2026-07-01T09:30:00.120Z
 * verified true
 *
 * — parley/00112233445566778899aabbccddeeff 3q2+7w...=      base64(key id ‖ Ed25519 signature)
 * </pre>
 *
 * It proves that the owner's key committed to these rows at that time, and nothing more: the owner
 * could have written a peer's message. A part says nothing about what it leaves out.
 */
package org.parley.journal.export;
