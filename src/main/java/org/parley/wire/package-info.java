/**
 * PDUs of the classic protocol as bytes: finding them in a stream, parsing them strictly, their
 * canonical form, and writing them.
 *
 * <pre>
 * {"header":   {"msg_type": string, "crc": 0..2^32-1, "timestamp": milliseconds since 1970 UTC},
 *  "message":  base64, or null where there is no body,
 *  "security": {"hmac": {"hmac_type": "SHA256" or null, "hmac_val": 64 hex digits or null},
 *               "enc_type": "AES256CBC" or null}}
 * </pre>
 *
 * <p>A {@code text} also has {@code header.id}. Other members are ignored, but are part of the
 * canonical text that both sums are over. On the wire a PDU is followed by one LF; a reader takes
 * any JSON white space between PDUs, none included.
 *
 * <p>Nothing here knows a key, a clock or what comes next: that is {@code session}.
 */
package org.parley.wire;
