package org.parley.app.window;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Times each event, and looks where the event thread is when one takes long. */
final class WatchedQueue extends EventQueue {
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int LOOK_MILLIS = 20;
  private static final int DEEPEST = 40;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<String> stacks = new CopyOnWriteArrayList<>();
  private final Thread watcher = new Thread(this::watch, "watches the event thread");
  private List<Took> took = new ArrayList<>(); // guarded by this
  private long overslept; // guarded by this
  private volatile Thread eventThread = watcher;
  private volatile long since; // 0 while no event is dispatched
  private volatile boolean ended;
  private int dispatched; // on the event thread only

  /** How long an event took, and for how much of it the thread had a processor. */
  private record Took(long nanos, long busy) {}

  WatchedQueue() {
    watcher.setDaemon(true);
    watcher.start();
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    int before = ++dispatched;
    eventThread = Thread.currentThread();
    long busy = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    since = begun;
    super.dispatchEvent(event);
    since = 0;
    if (dispatched != before) {
      return; // it opened a dialog, within which the thread went on
    }
    Took now = new Took(System.nanoTime() - begun, threads.getCurrentThreadCpuTime() - busy);
    synchronized (this) {
      took.add(now);
    }
  }

  private void watch() {
    try {
      while (true) {
        long slept = System.nanoTime();
        Thread.sleep(LOOK_MILLIS); // the measure: how late it wakes is the machine's own delay
        late(System.nanoTime() - slept - TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        long begun = since;
        if (begun != 0 && System.nanoTime() - begun > LONG_NANOS) {
          look((System.nanoTime() - begun) / 1_000_000);
        }
      }
    } catch (InterruptedException e) {
      // it was ended
    }
  }

  private synchronized void late(long nanos) {
    overslept = Math.max(overslept, nanos);
  }

  private void look(long millis) {
    Thread.State state = eventThread.getState();
    stacks.add(
        Arrays.stream(eventThread.getStackTrace())
            .limit(DEEPEST)
            .map(frame -> "    " + frame)
            .collect(
                Collectors.joining(
                    "\n",
                    "\nafter " + millis + " ms the event thread, " + state + ", was in\n",
                    "")));
  }

  /**
   * What was, where the thread was each time that somebody looked while an event took long, and how
   * late a thread was that only sleeps, by which one knows what the machine did; begins anew.
   */
  synchronized String figures(String during) {
    List<Took> all = took;
    took = new ArrayList<>();
    String where = String.join("", stacks);
    stacks.clear();
    long late = TimeUnit.NANOSECONDS.toMillis(overslept);
    overslept = 0;
    Took longest = all.stream().reduce(new Took(0, 0), (a, b) -> b.nanos > a.nanos ? b : a);
    long over = all.stream().filter(one -> one.nanos > LONG_NANOS).count();
    return String.format(
        "event thread during %s: %d events, longest %d ms (on a processor for %d of them; the"
            + " busiest %d), over 100 ms %d (%.2f%%); a thread that only sleeps was late by %d"
            + " ms%s",
        during,
        all.size(),
        TimeUnit.NANOSECONDS.toMillis(longest.nanos),
        TimeUnit.NANOSECONDS.toMillis(longest.busy),
        TimeUnit.NANOSECONDS.toMillis(all.stream().mapToLong(Took::busy).max().orElse(0)),
        over,
        all.isEmpty() ? 0 : 100.0 * over / all.size(),
        late,
        where);
  }

  // The tests' robot goes on asking each queue that it ever saw whether it is idle, and waits ten
  // seconds each time for one that nobody empties.
  @Override
  public void postEvent(AWTEvent event) {
    if (ended) {
      Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
    } else {
      super.postEvent(event);
    }
  }

  @Override
  public AWTEvent peekEvent() {
    return ended ? null : super.peekEvent();
  }

  void end() {
    watcher.interrupt();
    pop();
    ended = true;
  }
}
