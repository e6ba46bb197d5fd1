package org.parley.ui.workplace;

import java.util.List;
import org.parley.journal.StoredEntry;
import org.parley.ui.common.Subscription;

/**
 * What went over the wire, as the journal has it. What is marked * returns at once and may be
 * called on the event thread; the rest waits for the disk.
 */
public interface WireLog {

  /**
   * Which items to list.
   *
   * @param part of the peer's name or address, in any case; empty for all
   * @param failedOnly only what did not go well
   */
  record Filter(String part, boolean failedOnly) {
    /** Everything. */
    public static final Filter ALL = new Filter("", false);
  }

  /**
   * The next items.
   *
   * @param more whether there may be others: a page may be short, or empty, and yet not the last
   */
  record ItemPage(List<WireItem> items, boolean more) {
    /** Copies the list. */
    public ItemPage {
      items = List.copyOf(items);
    }
  }

  /** A walk through the items that there were when it began, newest first. */
  interface Walk {
    /** The next ones, at most so many; by one thread at a time. */
    ItemPage next(int limit) throws ArchiveException;

    /** Ends the page that is looked for, and there is no other; any thread. * */
    void cancel();
  }

  /** Begins a walk. * */
  Walk walk(Filter filter);

  /** The item that holds a row. */
  WireItem at(long seq) throws ArchiveException;

  /** The rows of an item, oldest first. */
  List<StoredEntry> rows(WireItem item) throws ArchiveException;

  /** Calls {@code changed} after rows were added, on the writer's thread: to be handed on. * */
  Subscription onRows(Runnable changed);
}
