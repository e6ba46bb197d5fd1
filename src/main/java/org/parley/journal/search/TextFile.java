package org.parley.journal.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.parley.files.SafeFile;
import org.parley.files.Whole;
import org.parley.journal.JournalException;
import org.parley.vault.Seal;
import org.parley.vault.SealException;
import org.parley.waits.Waiting;

/**
 * Copies of messages' texts, each sealed by itself, close together and in the order of the
 * messages, so that a candidate of a search is looked at in microseconds, where its row takes ten
 * times as long. Derived and dispensable: what is not in it, or not as it was written, is missing
 * from an answer, and is read from the journal.
 *
 * <pre>
 * file = "parley/texts/1" ‖ LF ‖ 0x00 ‖ journal id (16 bytes) ‖ chunk ...      see TextChunk
 * </pre>
 *
 * <p>Chunks are added at the end. A text that was removed is written over. One thread at a time
 * writes; any thread reads meanwhile.
 */
final class TextFile implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("org.parley.journal.search");
  private static final byte[] MAGIC = "parley/texts/1\n\0".getBytes(StandardCharsets.US_ASCII);

  /** Damaged records that are remembered; others are found again. */
  private static final int MOST_DAMAGED = 1024;

  private final Path path;
  private final byte[] header;
  private final TextSeal seal;
  private final TextChunk.Leaves leaves;
  // Shared by who reads; alone has it who writes over what is there, or closes.
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Set<Integer> damaged = new TreeSet<>();
  private FileChannel channel;
  private volatile List<TextChunk> chunks = List.of();
  private boolean closed;
  private volatile boolean failed;

  private TextFile(
      Path path, String journal, Seal seal, TextChunk.Leaves leaves, FileChannel channel) {
    byte[] id = HexFormat.of().parseHex(journal);
    this.path = path;
    this.header = Arrays.copyOf(MAGIC, MAGIC.length + id.length);
    System.arraycopy(id, 0, header, MAGIC.length, id.length);
    this.seal = new TextSeal(seal, journal);
    this.leaves = leaves;
    this.channel = channel;
  }

  /**
   * That file, which is made where there is none, and begun anew where it is another journal's.
   *
   * @param journal the journal's id in hex
   * @param seal of the purpose {@code search}; stays the caller's, who closes it after this
   * @param leaves of the journal's rows
   * @param table with them what each chunk has to fit: the first that does not is cut off, with all
   *     after it
   */
  static TextFile open(
      Path path, String journal, Seal seal, TextChunk.Leaves leaves, MessageTable table)
      throws IOException, JournalException {
    Waiting.begins();
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      SafeFile.makeEmpty(path);
    }
    TextFile texts = new TextFile(path, journal, seal, leaves, channel(path));
    boolean whole = false;
    try {
      texts.load(table);
      whole = true;
      return texts;
    } finally {
      if (!whole) {
        texts.close();
      }
    }
  }

  private static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  private void load(MessageTable table) throws IOException, JournalException {
    byte[] found = new byte[header.length];
    if (channel.size() >= found.length) {
      Whole.read(channel, ByteBuffer.wrap(found), 0);
    }
    if (!Arrays.equals(found, header)) {
      channel.truncate(0);
      Whole.write(channel, ByteBuffer.wrap(header), 0);
    }
    List<TextChunk> all = new ArrayList<>();
    long at = header.length;
    TextChunk chunk = readChunk(0, at);
    while (chunk != null && chunk.end() <= channel.size() && chunk.fits(table, leaves)) {
      all.add(chunk);
      at = chunk.end();
      chunk = readChunk(chunk.limit(), at);
    }
    // What follows is of no use, and may hold a text that is removed later.
    channel.truncate(at);
    chunks = List.copyOf(all);
  }

  private @Nullable TextChunk readChunk(int first, long at) throws IOException {
    int most = Integer.BYTES + TextChunk.MOST_DIRECTORY;
    ByteBuffer begin = ByteBuffer.allocate((int) Math.min(most, channel.size() - at));
    Whole.read(channel, begin, at);
    begin.flip();
    int length = begin.remaining() < Integer.BYTES ? 0 : begin.getInt();
    if (length < 1 || length > begin.remaining()) {
      return null;
    }
    try {
      byte[] directory = seal.openDirectory(first, begin.array(), Integer.BYTES, length);
      return TextChunk.read(first, at + Integer.BYTES + length, directory);
    } catch (SealException | IllegalArgumentException e) {
      return null;
    }
  }

  /** The messages in slots below that are in it, with or without a copy of their text. */
  int slots() {
    List<TextChunk> now = chunks;
    return now.isEmpty() ? 0 : now.get(now.size() - 1).limit();
  }

  private long end() {
    List<TextChunk> now = chunks;
    return now.isEmpty() ? header.length : now.get(now.size() - 1).end();
  }

  // A failure of the system may have closed it under all who use it.
  private synchronized FileChannel channel() throws IOException {
    if (!channel.isOpen()) {
      channel = channel(path);
    }
    return channel;
  }

  /**
   * Adds a chunk: of the message in the slot {@link #slots}, and of as many after it as fit.
   *
   * @param seqs their rows, one after the other
   * @param texts by row; of a message that is not among them there will be no copy
   */
  void append(List<Long> seqs, Map<Long, String> texts) throws IOException, JournalException {
    int first = slots();
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    int[] units = new int[Math.min(seqs.size(), TextChunk.MOST)];
    int count = 0;
    for (int left = TextChunk.MOST_UNITS; count < units.length; count++) {
      byte[] record = seal.record(seqs.get(count), texts.get(seqs.get(count)));
      units[count] = record.length / TextChunk.UNIT;
      if (units[count] > left) {
        break;
      }
      left -= units[count];
      records.write(record);
    }
    long last = seqs.get(count - 1);
    byte[] plain = TextChunk.directory(seqs.get(0), last, leaves.of(last), units, count);
    byte[] directory = seal.directory(first, plain);
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.write(ByteBuffer.allocate(Integer.BYTES).putInt(directory.length).array());
    chunk.write(directory);
    records.writeTo(chunk);
    long at = end();
    write(chunk.toByteArray(), at);
    List<TextChunk> more = new ArrayList<>(chunks);
    more.add(TextChunk.read(first, at + Integer.BYTES + directory.length, plain));
    chunks = List.copyOf(more);
  }

  // What a full disk took in part is cut off again: nobody would wipe it.
  private void write(byte[] chunk, long at) throws IOException {
    boolean whole = false;
    try {
      Whole.write(channel(), ByteBuffer.wrap(chunk), at);
      whole = true;
    } finally {
      if (!whole) {
        FileChannel open = channel();
        Whole.uninterrupted(() -> open.truncate(at));
      }
    }
  }

  /** The texts of those messages of which there is a copy, by row. */
  Map<Long, String> read(List<Candidate> wanted) {
    Waiting.begins();
    Map<Long, String> found = new HashMap<>(2 * wanted.size());
    lock.readLock().lock();
    try {
      if (!closed && !failed) {
        new TextReads(wanted, chunks)
            .read(channel(), (of, from, at, length) -> open(of, from, at, length, found));
      }
    } catch (ClosedChannelException e) {
      LOG.log(System.Logger.Level.DEBUG, "an interrupt closed the file of texts", e);
    } catch (IOException e) {
      failed = true; // once is enough: at the next start it is looked at as a whole
      LOG.log(System.Logger.Level.WARNING, "copies of texts could not be read: rows are", e);
    } finally {
      lock.readLock().unlock();
    }
    return found;
  }

  private void open(Candidate of, byte[] from, int at, int length, Map<Long, String> found) {
    try {
      found.put(of.seq(), seal.text(of.seq(), from, at, length));
    } catch (SealException e) {
      synchronized (damaged) {
        if (damaged.size() < MOST_DAMAGED) {
          damaged.add(of.slot());
        }
      }
    }
  }

  /** Whether {@link #takeDamaged} has something to say. */
  boolean hasDamaged() {
    synchronized (damaged) {
      return !damaged.isEmpty();
    }
  }

  /** The slots whose records were found not to be as they were written, since this was asked. */
  List<Integer> takeDamaged() {
    synchronized (damaged) {
      List<Integer> slots = List.copyOf(damaged);
      damaged.clear();
      return slots;
    }
  }

  /**
   * Writes the record of that message again, where it has one; one without a text where the text is
   * null, or not what it was.
   *
   * @return whether it has one
   */
  boolean rewrite(int slot, long seq, @Nullable String text) throws IOException {
    TextChunk chunk = TextChunk.of(chunks, slot);
    int length = chunk == null ? 0 : chunk.length(slot);
    if (chunk == null || length == 0) {
      return false;
    }
    byte[] fresh = seal.record(seq, text);
    byte[] record = fresh.length == length ? fresh : seal.gone(seq, length);
    lock.writeLock().lock();
    try {
      Whole.write(channel(), ByteBuffer.wrap(record), chunk.offset(slot));
    } finally {
      lock.writeLock().unlock();
    }
    return true;
  }

  /** Those messages whose records are not without a text. */
  List<Candidate> notGone(List<Candidate> removed) throws IOException {
    List<Candidate> found = new ArrayList<>();
    new TextReads(removed, chunks)
        .read(
            channel(),
            (of, from, at, length) -> {
              if (!seal.isGone(of.seq(), from, at, length)) {
                found.add(of);
              }
            });
    return found;
  }

  /** Brings what was written to the disk. */
  void sync() throws IOException {
    FileChannel open = channel();
    Whole.uninterrupted(() -> open.force(false));
  }

  /** Waits for who reads; after this nothing is found. */
  @Override
  public void close() throws IOException {
    lock.writeLock().lock();
    try {
      closed = true;
      seal.close();
      channel.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
