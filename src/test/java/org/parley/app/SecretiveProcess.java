package org.parley.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.journal.Progress;
import org.parley.messaging.Cancellation;
import org.parley.messaging.HistoryQuery;
import org.parley.name.PeerName;

/**
 * Opens two profiles, lets them talk, reads what was said, types a draft, closes both, and writes
 * dumps of its heap: of what is reachable while they are open and after, and of all that lies there
 * before the garbage collector has been.
 */
final class SecretiveProcess {
  private SecretiveProcess() {}

  /**
   * Arguments: the folder of both, whose file {@code pw} is the password and {@code say} a text.
   */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    talk(home);
    dump(home.resolve("garbage.hprof"), false);
    dump(home.resolve("after.hprof"), true);
  }

  private static void talk(Path home) throws Exception {
    try (Profile alice = open(home, "alice");
        Profile bob = open(home, "bob")) {
      for (Profile each : new Profile[] {alice, bob}) {
        each.index().build(Progress.NONE);
        each.messenger().listen(each.listenAddress(), each.port().orElseThrow());
        each.messenger().awaitSecrets();
        each.messenger().startDelivering();
      }
      say(home, alice, "bob");
      say(home, bob, "alice");
      for (Profile each : new Profile[] {alice, bob}) {
        each.history().forEach(HistoryQuery.ALL, message -> {});
        each.history().conversations();
        each.drafts().save("bob", Files.readString(home.resolve("draft")));
      }
      dump(home.resolve("open.hprof"), true);
    }
  }

  private static Profile open(Path home, String name) throws Exception {
    char[] password = password(home);
    try {
      return Assembly.open(
          new Opening(
              DataFolder.at(home.resolve(name)),
              null,
              null,
              null,
              home,
              home.resolve("state"),
              Distrust.REFUSE),
          password,
          null,
          step -> {});
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static char[] password(Path home) throws Exception {
    byte[] bytes = Files.readAllBytes(home.resolve("pw"));
    char[] chars = new char[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      chars[i] = (char) bytes[i];
      bytes[i] = 0;
    }
    return chars;
  }

  private static void say(Path home, Profile from, String to) throws Exception {
    from.messenger().send(PeerName.of(to), Files.readString(home.resolve("say")), true);
    if (from.messenger().deliver(PeerName.of(to), new Cancellation()).delivered() != 1) {
      throw new IllegalStateException("not delivered");
    }
  }

  private static void dump(Path file, boolean reachable) throws Exception {
    // Threads that end leave their stacks a moment later.
    new SynchronousQueue<>().poll(1, TimeUnit.SECONDS);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), reachable);
  }
}
