package org.parley.app.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.parley.app.backup.Manifest.Part;
import org.parley.app.backup.RestoreException.Trouble;
import org.parley.crypto.RunningSha256;
import org.parley.files.SafeFile;
import org.parley.journal.Progress;
import org.parley.json.JsonException;

/**
 * Reads a backup, which may be anybody's: first the sum over all of it, so that only what is whole
 * is taken apart; then the members, under the names and in the order that there are and no other,
 * none longer than its kind may be, nor the journal than the file it came from.
 */
final class BackupReader {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Progress progress;
  private final long size;
  private long done;

  BackupReader(Path file, Progress progress) throws IOException {
    this.file = file;
    this.progress = progress;
    this.size = Files.size(file);
  }

  /** Compares the sum. */
  void checkSum() throws IOException, RestoreException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(ZIP.length);
      if (!Arrays.equals(start, ZIP)) {
        throw new RestoreException(Trouble.NO_BACKUP, null, null);
      }
      RunningSha256 sum = new RunningSha256();
      sum.update(start, 0, start.length);
      byte[] buffer = new byte[BUFFER];
      for (long left = size - SealedOutput.SUM_BYTES - start.length; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw damaged(null);
        }
        sum.update(buffer, 0, read);
        left -= read;
        count(read);
      }
      String said = new String(in.readNBytes(SealedOutput.SUM_BYTES), StandardCharsets.US_ASCII);
      if (!said.equals(HexFormat.of().formatHex(sum.digest())) || in.read() >= 0) {
        throw damaged(null);
      }
    }
  }

  /** Writes the members into that folder, each brought to the disk. */
  Manifest unpackTo(Path folder) throws IOException, RestoreException {
    try (InputStream bytes = new BufferedInputStream(new Counting(Files.newInputStream(file)));
        ZipInputStream zip = new ZipInputStream(bytes)) {
      List<Part> parts = new ArrayList<>();
      Member last = null;
      while (true) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          throw damaged(null);
        }
        if (entry.getName().equals(Manifest.FILE_NAME)) {
          return manifest(zip, parts);
        }
        Member member = Member.named(entry.getName());
        // In their order: so none comes twice.
        if (member == null || (last != null && member.compareTo(last) <= 0)) {
          throw damaged(null);
        }
        last = member;
        parts.add(unpack(zip, member, folder));
      }
    } catch (ZipException | EOFException | IllegalArgumentException | JsonException e) {
      throw damaged(e);
    } catch (Manifest.NewerException e) {
      throw new RestoreException(Trouble.NEWER, null, e);
    }
  }

  private Part unpack(InputStream zip, Member member, Path folder)
      throws IOException, RestoreException {
    Path target = member.in(folder);
    SafeFile.makeEmpty(target);
    RunningSha256 sum = new RunningSha256();
    long most = Math.min(member.most(), size);
    long length = 0;
    byte[] buffer = new byte[BUFFER];
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
        length += read;
        if (length > most) {
          throw damaged(null);
        }
        sum.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
      channel.force(true);
    }
    return Part.of(member, length, sum.digest());
  }

  private static Manifest manifest(ZipInputStream zip, List<Part> parts)
      throws IOException, RestoreException, JsonException, Manifest.NewerException {
    byte[] bytes = zip.readNBytes(Manifest.MOST_BYTES + 1);
    if (bytes.length > Manifest.MOST_BYTES || zip.getNextEntry() != null) {
      throw damaged(null);
    }
    Manifest manifest = Manifest.parse(bytes);
    if (!manifest.parts().equals(parts)) {
      throw damaged(null);
    }
    return manifest;
  }

  private static RestoreException damaged(@Nullable Throwable cause) {
    return new RestoreException(Trouble.DAMAGED, null, cause);
  }

  private void count(int read) throws IOException {
    done += read;
    Watched.stopIfCancelled(progress);
    progress.at(done, 2 * size);
  }

  /** The second reading. */
  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }
  }
}
