package org.parley.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.encrypt.FileEncrypt;

/** A database's file below its cipher: what whoever has the key finds in it, dead space too. */
final class PlainFile {
  private PlainFile() {}

  static byte[] read(Path file, String password) throws Exception {
    byte[] key = password.getBytes(StandardCharsets.UTF_16BE); // as H2 makes it
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (FileChannel raw = FilePath.get(file.toString()).open("r");
        FileChannel plain = new FileEncrypt(file.toString(), key, raw)) {
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      for (long at = 0; at < plain.size(); at += buffer.capacity()) {
        buffer.clear();
        buffer.limit((int) Math.min(buffer.capacity(), plain.size() - at));
        plain.read(buffer, at);
        content.write(buffer.array(), 0, buffer.position());
      }
    }
    return content.toByteArray();
  }

  static boolean contains(byte[] content, byte[] part) {
    outer:
    for (int at = 0; at + part.length <= content.length; at++) {
      for (int i = 0; i < part.length; i++) {
        if (content[at + i] != part[i]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }
}
