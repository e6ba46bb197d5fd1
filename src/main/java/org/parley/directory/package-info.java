/**
 * The contacts: a JSON list that people and other programs may write too, so that nothing in it is
 * lost because Parley does not know or cannot use it.
 *
 * <pre>
 * plain:  [{"username": string, "password": string, "port": number or numeric string,
 *           "ip": IPv4 or IPv6 address or host name}, ...]
 * sealed: {"parley_directory": 1, "key": "vault" or {"kdf": "argon2id", "memory_kib": n,
 *          "iterations": n, "lanes": 1, "salt": base64 of 16 bytes},
 *          "sealed": base64 of seal("directory", canonical JSON of the file without sealed, list)}
 * </pre>
 *
 * <p>{@link org.parley.directory.Directory} is the list in memory: immutable, each change gives a
 * new one. {@link org.parley.directory.DirectoryFile} is the list on disk. What is wrong with an
 * entry is said by {@link org.parley.directory.FieldProblems}, field by field; the words for it are
 * elsewhere.
 */
package org.parley.directory;
