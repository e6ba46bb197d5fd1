/**
 * Thin, named wrappers over the primitives of Bouncy Castle and the JDK, and the only package that
 * imports either.
 *
 * <p>Each class states the standard that it follows and the sizes that it takes. Nothing here knows
 * what a key is for: labels and derivation chains belong to {@code session}, {@code vault} and
 * {@code journal}. AES, HMAC, SHA-256 and the modular arithmetic of Diffie-Hellman come from the
 * JDK, which has intrinsics for them; Argon2id, Ed25519 and the check of a public value come from
 * Bouncy Castle, which the JDK lacks or does slower.
 *
 * <p>Classes are safe for use by several threads unless their header says otherwise.
 */
package org.parley.crypto;
