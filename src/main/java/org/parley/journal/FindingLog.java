package org.parley.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The findings of an open journal: each stays until an accept row names it. Any thread. */
final class FindingLog implements EntryListener {
  private final Map<String, Finding> open = new LinkedHashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  void found(Finding finding) {
    synchronized (this) {
      if (accepted.contains(finding.mark()) || finding.equals(open.get(finding.mark()))) {
        return;
      }
      open.put(finding.mark(), finding);
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

  synchronized boolean clean() {
    return open.isEmpty();
  }

  void addListener(Runnable listener) {
    listeners.add(listener);
  }
}
