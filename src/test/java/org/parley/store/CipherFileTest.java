package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.RandomSource;

/** A file of ours and one of H2's are read alike, wherever one begins and however much. */
class CipherFileTest {
  private static final byte[] PASSWORD = {0, 17, 0, -3, 0, 99};

  private static final RandomSource RANDOM = RandomSource.secure();

  @TempDir Path root;

  private FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static byte[] read(FileChannel channel, int at, int length) throws IOException {
    ByteBuffer to = ByteBuffer.allocate(length);
    int count = channel.read(to, at);
    byte[] bytes = new byte[Math.max(0, count)];
    to.flip().get(bytes);
    return bytes;
  }

  @Test
  void a_thread_that_comes_with_an_interrupt_keeps_it_and_leaves_the_file_open()
      throws IOException {
    try (FileChannel ours = new CipherFile("a", PASSWORD, open(root.resolve("a")), RANDOM)) {
      Thread.currentThread().interrupt();
      byte[] written = new byte[8192];
      Arrays.fill(written, (byte) 7);
      assertThat(ours.write(ByteBuffer.wrap(written), 0)).isEqualTo(written.length);
      ours.force(false);
      ours.truncate(4096);
      assertThat(read(ours, 0, 8192)).isEqualTo(Arrays.copyOf(written, 4096));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(read(ours, 0, 10)).containsOnly(7);
    }
  }

  @Test
  void what_either_wrote_both_read() throws IOException {
    Random random = new Random(3);
    Path file = root.resolve("a");
    try (FileChannel ours = new CipherFile("a", PASSWORD, open(file), RANDOM)) {
      for (int i = 0; i < 60; i++) {
        // In whole units, as H2's store does: what its cipher makes of others is its own affair.
        byte[] piece = new byte[4096 * (1 + random.nextInt(4))];
        random.nextBytes(piece);
        int at = random.nextInt((int) ours.size() / 4096 + 1) * 4096;
        ByteBuffer from = ByteBuffer.wrap(piece);
        while (from.hasRemaining()) {
          assertThat(ours.write(from, at + from.position())).isPositive();
        }
        assertThat(read(ours, at, piece.length)).isEqualTo(piece);
      }
      int size = (int) ours.size();
      ours.truncate(size - 4096);
      assertThat(read(ours, size - 4096, 10)).isEmpty();
      try (FileChannel theirs = new FileEncrypt("a", PASSWORD.clone(), open(file))) {
        assertThat(theirs.size()).isEqualTo(size - 4096);
        for (int i = 0; i < 500; i++) {
          int at = random.nextInt(size + 10);
          int length = random.nextInt(15_000);
          assertThat(read(ours, at, length)).isEqualTo(read(theirs, at, length));
        }
      }
    }
    assertThat(read(new FileEncrypt("a", new byte[] {0, 1}, open(file)), 0, 64))
        .as("another password")
        .isNotEqualTo(read(new CipherFile("a", PASSWORD, open(file), RANDOM), 0, 64));
  }

  @Test
  void pieces_of_any_length_are_written_as_they_are_and_both_read_them() throws IOException {
    Random random = new Random(5);
    Path file = root.resolve("b");
    byte[] model = new byte[0];
    for (int i = 0; i < 300; i++) {
      byte[] piece = new byte[random.nextInt(9_000)];
      random.nextBytes(piece);
      int at = random.nextInt(model.length + 1);
      try (FileChannel ours = new CipherFile("b", PASSWORD, open(file), RANDOM)) {
        assertThat(ours.size()).isEqualTo(model.length);
        assertThat(ours.write(ByteBuffer.wrap(piece), at)).isEqualTo(piece.length);
        model = Arrays.copyOf(model, Math.max(model.length, at + piece.length));
        System.arraycopy(piece, 0, model, at, piece.length);
        if (random.nextInt(4) == 0) {
          model = Arrays.copyOf(model, random.nextInt(model.length + 1));
          ours.truncate(model.length);
        }
        assertThat(read(ours, 0, model.length + 1)).isEqualTo(model);
      }
      try (FileChannel theirs = new FileEncrypt("b", PASSWORD.clone(), open(file))) {
        assertThat(read(theirs, 0, model.length + 1)).isEqualTo(model);
      }
    }
  }

  @Test
  void what_theirs_wrote_over_ours_is_read() throws IOException {
    Random random = new Random(7);
    Path file = root.resolve("c");
    byte[] model = new byte[4096 * 20];
    for (int i = 0; i < 60; i++) {
      byte[] piece = new byte[4096 * (1 + random.nextInt(3))];
      random.nextBytes(piece);
      int at = 4096 * random.nextInt(17);
      System.arraycopy(piece, 0, model, at, piece.length);
      boolean theirs = random.nextBoolean();
      try (FileChannel one =
          theirs
              ? new FileEncrypt("c", PASSWORD.clone(), open(file))
              : new CipherFile("c", PASSWORD, open(file), RANDOM)) {
        one.write(ByteBuffer.wrap(i == 0 ? model : piece), i == 0 ? 0 : at);
      }
      try (FileChannel ours = new CipherFile("c", PASSWORD, open(file), RANDOM)) {
        assertThat(read(ours, 0, model.length)).isEqualTo(model);
      }
    }
  }

  @Test
  void a_file_that_ends_within_its_header_or_first_unit_is_refused_and_left_as_it_is()
      throws IOException {
    for (int length : new int[] {1, 4095, 4097, 8191}) {
      byte[] rest = new byte[length];
      Arrays.fill(rest, (byte) 72);
      Path file = Files.write(root.resolve("d" + length), rest);
      try (FileChannel base = open(file)) {
        assertThatThrownBy(() -> new CipherFile("d", PASSWORD, base, RANDOM))
            .isInstanceOf(IOException.class);
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(rest);
    }
  }

  @Test
  void nothing_is_opened_whose_password_is_not_held() throws IOException {
    Path file = Files.createFile(root.resolve("journal.mv.db"));
    String name = CipherPath.hold(file, "one".toCharArray());
    assertThatThrownBy(() -> CipherPath.hold(file, "two".toCharArray()))
        .isInstanceOf(IOException.class);
    try (FileChannel open = FilePath.get(name).open("rw");
        FileChannel copy = FilePath.get(name + ".tempFile").open("rw")) {
      copy.write(ByteBuffer.wrap(new byte[4096]), 0);
      assertThat(Files.readAllBytes(root.resolve("journal.mv.db.tempFile")))
          .hasSize(2 * 4096)
          .startsWith("H2encrypt\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(FilePath.get(name + ".tempFile").size()).isEqualTo(4096);
      assertThat(CipherPath.bytes(file).size()).isEqualTo(4096);
      assertThat(open.size()).isZero();
    }
    CipherPath.forget(file);
    assertThatThrownBy(() -> FilePath.get(name).open("rw")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> CipherPath.bytes(file)).isInstanceOf(IOException.class);
  }
}
