package org.parley.app.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a profile in the order in which a backup holds them. */
enum Member {
  SETTINGS("settings.json", 1 << 20, false),
  VAULT("vault.json", 64 << 10, true),
  DIRECTORY("directory.json", 16 << 20, false),
  /** Before the journal: an anchor may lag behind it, never lead. */
  ANCHOR("anchor.json", 64 << 10, false),
  JOURNAL("journal.mv.db", Long.MAX_VALUE, true);

  private final String fileName;
  private final long most;
  private final boolean needed;

  Member(String fileName, long most, boolean needed) {
    this.fileName = fileName;
    this.most = most;
    this.needed = needed;
  }

  /** In the archive, and in the data folder that is restored. */
  String fileName() {
    return fileName;
  }

  Path in(Path folder) {
    return folder.resolve(fileName);
  }

  /** Bytes that such a file has at most. */
  long most() {
    return most;
  }

  /** Whether there is no profile without it. */
  boolean needed() {
    return needed;
  }

  static @Nullable Member named(String fileName) {
    for (Member member : values()) {
      if (member.fileName.equals(fileName)) {
        return member;
      }
    }
    return null;
  }
}
