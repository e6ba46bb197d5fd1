package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether a file is over twice its content, so that the seconds of a compaction are worth it.
 *
 * <p>H2 writes chunks and never changes one: what is replaced stays as dead space until its chunk
 * is free. It tells the file's size, the share of the file that chunks take (fill rate) and the
 * share of the chunks that is alive (chunks' fill rate), both in per cent; their product is the
 * content. Small files are left alone.
 */
final class Compaction {
  /** Bytes of a file that is not worth compacting at the end. */
  static final long SMALL = 8L * 1024 * 1024;

  private static final String INFO =
      "SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME IN"
          + " ('info.FILE_SIZE', 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE')";

  private Compaction() {}

  /** Bytes of a file that is not worth compacting while the program runs. */
  static final long SMALL_WHILE_OPEN = 64L * 1024 * 1024;

  /** Whether a file of more than {@code small} bytes is. */
  static boolean isDue(Statement statement, long small) throws SQLException {
    long size = 0;
    long fill = 100;
    long live = 100;
    try (ResultSet rows = statement.executeQuery(INFO)) {
      while (rows.next()) {
        long value = Long.parseLong(rows.getString(2));
        switch (rows.getString(1)) {
          case "info.FILE_SIZE" -> size = value;
          case "info.FILL_RATE" -> fill = value;
          default -> live = value;
        }
      }
    }
    return isDue(size, small, fill, live);
  }

  static boolean isDue(long size, long small, long fillPercent, long livePercent) {
    return size > small && fillPercent * livePercent < 100 * 100 / 2;
  }
}
