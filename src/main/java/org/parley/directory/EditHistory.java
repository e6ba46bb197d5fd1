package org.parley.directory;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * What was changed, to be undone and done again, the newest first. A step holds both states whole,
 * which share what did not change. Undoing is offered only while the directory is the one that the
 * step led to: whatever came from elsewhere since is never written over.
 *
 * <p>One thread at a time. {@link #close} wipes the passwords of every state that it saw.
 */
public final class EditHistory implements AutoCloseable {
  static final int MOST = 100;

  /**
   * What can be done now.
   *
   * @param undo the step that would be undone
   * @param redo the step that would be done again
   */
  public record Steps(Optional<DirectoryChange> undo, Optional<DirectoryChange> redo) {
    /** Nothing. */
    public static final Steps NONE = new Steps(Optional.empty(), Optional.empty());
  }

  private record Step(DirectoryChange change, Directory before, Directory after) {}

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final Set<DirectoryEntry> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Nothing was done yet; this is what there is. */
  public EditHistory(Directory now) {
    saw(now);
  }

  /** A state that no step led to, such as a file that was read again. */
  public void saw(Directory now) {
    seen.addAll(now.entries());
  }

  /** A step was done; what had been undone cannot be done again then. */
  public void did(Directory before, Directory after) {
    saw(after);
    DirectoryChange change = DirectoryChange.between(before, after);
    if (change.kind() == DirectoryChange.Kind.NOTHING) {
      return;
    }
    undone.clear();
    done.push(new Step(change, before, after));
    if (done.size() > MOST) {
      done.removeLast();
    }
  }

  /** What can be done now. */
  public Steps steps() {
    return new Steps(
        Optional.ofNullable(done.peek()).map(Step::change),
        Optional.ofNullable(undone.peek()).map(Step::change));
  }

  /**
   * The directory without the newest step; {@link #didUndo} once it holds.
   *
   * @throws OutdatedStepException where there is none, or the directory is another now; all steps
   *     are forgotten then
   */
  public Directory undo(Directory now) throws OutdatedStepException {
    Step step = done.peek();
    if (step == null || step.after() != now) {
      throw outdated();
    }
    return step.before();
  }

  /** The newest step is undone. */
  public void didUndo() {
    undone.push(done.pop());
  }

  /** The directory with the step that was undone last; as {@link #undo}. */
  public Directory redo(Directory now) throws OutdatedStepException {
    Step step = undone.peek();
    if (step == null || step.before() != now) {
      throw outdated();
    }
    return step.after();
  }

  /** The step that was undone last is done again. */
  public void didRedo() {
    done.push(undone.pop());
  }

  /** Nothing of it fits what there is now. */
  private OutdatedStepException outdated() {
    done.clear();
    undone.clear();
    return new OutdatedStepException();
  }

  @Override
  public void close() {
    done.clear();
    undone.clear();
    seen.forEach(DirectoryEntry::wipe);
    seen.clear();
  }
}
