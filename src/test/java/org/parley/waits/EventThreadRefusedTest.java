package org.parley.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.Argon2id;
import org.parley.crypto.SecretBytes;
import org.parley.files.FolderLock;
import org.parley.files.NewFile;
import org.parley.files.SafeFile;
import org.parley.network.Clocks;
import org.parley.network.Listener;

/** The doors to disk, network and key derivation are shut for the event thread, and only for it. */
class EventThreadRefusedTest {
  @TempDir Path folder;

  private static Throwable onEventThread(ThrowingCallable what) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    GuiActionRunner.execute(
        () -> {
          try {
            what.call();
          } catch (Throwable e) {
            thrown.set(e);
          }
        });
    return thrown.get();
  }

  private List<ThrowingCallable> doors() {
    return List.of(
        () -> SafeFile.read(folder.resolve("there"), 100),
        () -> SafeFile.replace(folder.resolve("new"), new byte[1]),
        () -> SafeFile.create(folder.resolve("made"), new byte[1]),
        () -> SafeFile.makeFolder(folder.resolve("folder")),
        () -> NewFile.begin(folder.resolve("begun"), false).close(),
        () -> FolderLock.take(folder).close(),
        () -> Argon2id.derive(SecretBytes.taking(new byte[8]), new byte[16], 64, 1, 1, 32).close(),
        () -> Listener.open(InetAddress.getLoopbackAddress(), 0, Clocks.system(), null).close());
  }

  @Test
  void each_door_refuses_the_event_thread_and_does_nothing() throws Exception {
    Files.write(folder.resolve("there"), new byte[10]);
    for (ThrowingCallable door : doors()) {
      assertThat(onEventThread(door))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the event thread must not wait");
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("there"));
    }
  }

  @Test
  void each_door_is_open_for_every_other_thread() throws Throwable {
    Files.write(folder.resolve("there"), new byte[10]);
    for (ThrowingCallable door : doors()) {
      door.call();
    }
    assertThatThrownBy(() -> SafeFile.read(folder.resolve("missing"), 1))
        .isInstanceOf(java.nio.file.NoSuchFileException.class);
  }
}
