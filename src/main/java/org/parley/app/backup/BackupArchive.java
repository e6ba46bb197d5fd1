package org.parley.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.parley.app.backup.Manifest.Part;
import org.parley.crypto.RunningSha256;
import org.parley.journal.JournalException;

/**
 * Writes the file: a zip archive of the members as they are, not compressed, as the bytes of what
 * is sealed cannot be; then the manifest; and the SHA-256 over all of it as the comment.
 */
final class BackupArchive {
  private final SealedOutput sealed;
  private final ZipOutputStream zip;
  private final List<Part> parts = new ArrayList<>();

  /** Writes a member's bytes. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException, JournalException;
  }

  /** The stream stays the caller's to close. */
  BackupArchive(OutputStream out) {
    this.sealed = new SealedOutput(out);
    this.zip = new ZipOutputStream(sealed);
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.setComment(SealedOutput.PLACE);
  }

  /** Adds the next member, in the order of {@link Member}. */
  void add(Member member, Content content) throws IOException, JournalException {
    zip.putNextEntry(new ZipEntry(member.fileName()));
    Counted counted = new Counted(zip);
    content.writeTo(counted);
    zip.closeEntry();
    parts.add(Part.of(member, counted.size, counted.sum.digest()));
  }

  /** What was added. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Ends the archive. */
  void finish(Manifest manifest) throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.FILE_NAME));
    zip.write(manifest.bytes());
    zip.closeEntry();
    sealed.holdTail();
    zip.finish();
    sealed.seal();
  }

  private static final class Counted extends OutputStream {
    private final OutputStream out;
    private final RunningSha256 sum = new RunningSha256();
    private long size;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      sum.update(from, offset, length);
      size += length;
    }
  }
}
