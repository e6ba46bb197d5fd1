package org.parley.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The database under a journal, as far as the journal needs it. Nothing here is checked: what comes
 * back may have been tampered with.
 *
 * <p>{@link #write}, {@link #writeSeen}, {@link #writeSearch}, {@link #sync}, {@link #compact},
 * {@link #compactIfDue} and {@link #recover} are called by one thread at a time; {@link #snapshot}
 * and {@link #copyTo} by any.
 */
public interface JournalStore extends AutoCloseable {
  /** Writes the change in one transaction; once this returns a killed process does not lose it. */
  void write(Change change) throws JournalException;

  /** Puts rows of SEEN, replacing those of the same id tag, in a transaction of their own. */
  void writeSeen(List<SeenRow> rows) throws JournalException;

  /** Puts blocks of the search index, and drops others, in a transaction of their own. */
  void writeSearch(List<SearchBlock> put, List<Long> drop) throws JournalException;

  /** Brings to the disk all that was written; once this returns a power cut does not lose it. */
  void sync() throws JournalException;

  /**
   * Writes the file anew, so that nothing is left in it of what was replaced or removed, and brings
   * it to the disk. Takes seconds for a large file; meanwhile, and for snapshots that are open,
   * nothing can be read.
   */
  void compact() throws JournalException;

  /**
   * As {@link #compact}, where the file has grown to more than twice its content by what commits
   * replaced, and the disk has room. Whoever wants to read meanwhile waits.
   *
   * @return false where it is to be asked again soon: somebody is reading
   */
  boolean compactIfDue() throws JournalException;

  /**
   * After a failed {@link #write} or {@link #sync}: makes the database usable again, by opening it
   * anew. What was written then may be there or not, as a whole.
   */
  void recover() throws JournalException;

  /** The tables as they are now, unaffected by later commits; the caller closes it. */
  JournalSnapshot snapshot() throws JournalException;

  /**
   * The file's bytes, encrypted as they are: a database that holds all that was written before the
   * call, and perhaps some of what is written meanwhile. Any thread; writing goes on.
   *
   * @throws IOException what {@code out} throws, which ends the copy; or where the file could not
   *     be read, or was closed meanwhile
   */
  void copyTo(OutputStream out) throws JournalException, IOException;

  /** Ends in order. What was written stays written even where this throws. */
  @Override
  void close() throws JournalException;
}
