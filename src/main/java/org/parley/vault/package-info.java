/**
 * From the startup password to one key for each purpose.
 *
 * <p>{@code vault.json} holds a random master key, wrapped under a key derived from the password;
 * every other key is HKDF of the master key under the label {@code parley/1/PURPOSE}, so that
 * nothing but the wrapped key is stored and a new password touches no other file. The format is
 * that of src/docs/storage.md:
 *
 * <pre>
 * {"parley_vault": 1, "journal": 32 hex digits,
 *  "kdf": {"alg": "argon2id", "version": 19, "memory_kib": 131072, "iterations": 3, "lanes": 1,
 *          "salt": base64 of 16 bytes},
 *  "wrapped": {"alg": "A256GCM", "nonce": base64 of 12 bytes, "key": base64 of 48 bytes},
 *  "sum": hex of SHA-256 of the canonical JSON without sum}
 *
 * password_key = Argon2id(UTF-8 of the NFC-normalised password, salt, parameters, 32 bytes)
 * kek          = HKDF(password_key, "parley/1/kek", 32)
 * key          = AES-256-GCM(kek, nonce, associated data = canonical JSON without wrapped and sum,
 *                            master key)
 * </pre>
 *
 * <p>The sum is no secret: it only tells damage from a wrong password. What protects the file
 * against a forger is the tag of the wrapping. Every later format keeps {@code parley_vault} and
 * {@code sum} with these meanings, so that a newer file is not taken for a damaged one.
 */
package org.parley.vault;
