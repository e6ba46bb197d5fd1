package org.parley.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.journal.TestKeys;

/** Rows changed by somebody who has the keys, and bits by somebody who has not. */
public final class Damage {
  private Damage() {}

  /** Removes a row's content as a removal does: empty, with a tag over that. */
  public static void empty(TestProfile profile, long seq) throws Exception {
    String leaf = profile.value("SELECT leaf FROM ENTRY WHERE seq = " + seq);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(TestKeys.raw(2), "HmacSHA256"));
    mac.update("parley/row/1".getBytes(StandardCharsets.US_ASCII));
    mac.update(profile.id().bytes());
    mac.update(ByteBuffer.allocate(8).putLong(seq).array());
    String tag = HexFormat.of().formatHex(mac.doFinal(HexFormat.of().parseHex(leaf)));
    profile.sql("UPDATE ENTRY SET sealed = X'', tag = X'" + tag + "' WHERE seq = " + seq);
  }

  /** Flips one bit of a column; a negative byte counts from the end. */
  public static void flip(TestProfile profile, String column, long seq, int at) throws Exception {
    byte[] bytes =
        HexFormat.of()
            .parseHex(profile.value("SELECT " + column + " FROM ENTRY WHERE seq = " + seq));
    bytes[at < 0 ? bytes.length + at : at] ^= 4;
    profile.sql(
        "UPDATE ENTRY SET "
            + column
            + " = X'"
            + HexFormat.of().formatHex(bytes)
            + "' WHERE seq = "
            + seq);
  }
}
