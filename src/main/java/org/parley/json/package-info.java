/**
 * Strict JSON: a reader that takes RFC 8259 without extensions and refuses what parsers disagree
 * about, a writer of the one canonical form (RFC 8785), and base64 with one spelling a value. The
 * only home of org.json.
 *
 * <p>Values are immutable: {@link org.parley.json.JsonObject}, {@link org.parley.json.JsonArray},
 * {@code String}, {@code Long}, {@code BigDecimal} (in files only), {@code Boolean} and {@code
 * null}.
 */
package org.parley.json;
