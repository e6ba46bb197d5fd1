package org.parley.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.parley.journal.JournalFiles;
import org.parley.journal.JournalStore;

/** A journal's files whose commits are left to the system to bring to the disk. */
final class Unsynced {
  private Unsynced() {}

  static JournalFiles of(JournalFiles real) {
    return between(JournalFiles.class, real);
  }

  private static <T> T between(Class<T> type, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("sync")) {
                return null;
              }
              try {
                Object result = method.invoke(real, arguments);
                return result instanceof JournalStore store
                    ? between(JournalStore.class, store)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
