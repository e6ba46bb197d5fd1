package org.parley.files;

import java.nio.file.Path;

/** Takes a folder and holds it until it is told to end; to be run as a process of its own. */
public final class LockHolder {
  private LockHolder() {}

  /** The folder. */
  public static void main(String[] args) throws Exception {
    try (FolderLock lock = FolderLock.take(Path.of(args[0]))) {
      System.out.println("taken " + lock.getClass().getSimpleName());
      System.in.read();
    } catch (FolderHeldException e) {
      System.out.println("held by " + e.pid());
    }
  }
}
