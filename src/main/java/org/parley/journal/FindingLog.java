package org.parley.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The findings of an open journal: each stays until an accept row names it. At most {@link
 * RowFindings#MOST} and some are held; of more it is only known that there are. Any thread.
 */
final class FindingLog implements EntryListener {
  private static final int MOST = RowFindings.MOST;

  private final Map<String, Finding> open = new LinkedHashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private boolean more;

  void found(Finding finding) {
    synchronized (this) {
      if (accepted.contains(finding.mark()) || finding.equals(open.get(finding.mark()))) {
        return;
      }
      // What is about no row is little, and weighs most.
      if (finding.seq() != null && open.size() >= MOST && !open.containsKey(finding.mark())) {
        if (more) {
          return;
        }
        more = true;
      } else {
        open.put(finding.mark(), finding);
      }
    }
    listeners.forEach(Runnable::run);
  }

  void accepted(String mark) {
    synchronized (this) {
      accepted.add(mark);
      if (open.remove(mark) == null) {
        return;
      }
    }
    listeners.forEach(Runnable::run);
  }

  @Override
  public void committed(long seq, Entry entry) {
    read(entry);
  }

  /** Takes note of an accept row, new or just read. */
  void read(Entry entry) {
    String mark = Acceptance.acceptedBy(entry);
    if (mark != null) {
      accepted(mark);
    }
  }

  synchronized List<Finding> open() {
    return new ArrayList<>(open.values());
  }

  /** Whether there are more than are open here. */
  synchronized boolean more() {
    return more;
  }

  /** What a whole verification says about that. */
  void setMore(boolean found) {
    synchronized (this) {
      if (more == found) {
        return;
      }
      more = found;
    }
    listeners.forEach(Runnable::run);
  }

  synchronized boolean clean() {
    return open.isEmpty() && !more;
  }

  void addListener(Runnable listener) {
    listeners.add(listener);
  }
}
