package org.parley.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.directory.Password;
import org.parley.directory.PasswordGenerator;
import org.parley.vault.Purpose;

/**
 * What a window that was locked leaves in the heap: a dump is scanned for what was shown and typed.
 * {@code SecretsIT} does the same for all keys, without a window. The test itself holds its secrets
 * veiled, or it would find its own.
 */
class LockedHeapGuiTest extends Walk {
  private static final byte VEIL = 0x5a;
  private static final List<Charset> FORMS =
      List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE);

  private final PasswordGenerator random = new PasswordGenerator(RandomSource.secure());
  private final Map<String, byte[]> veiled = new HashMap<>();

  /** Something that is nowhere else, kept veiled under a name. */
  private String secret(String name) {
    try (Password made = random.next()) {
      String text = String.valueOf(made.chars());
      keep(name, text.getBytes(StandardCharsets.ISO_8859_1));
      return text;
    }
  }

  private void keep(String name, byte[] bytes) {
    byte[] under = bytes.clone();
    for (int i = 0; i < under.length; i++) {
      under[i] ^= VEIL;
    }
    veiled.put(name, under);
  }

  private String unveiled(String name) {
    return new String(bare(name), StandardCharsets.ISO_8859_1);
  }

  private byte[] bare(String name) {
    byte[] bytes = veiled.get(name).clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= VEIL;
    }
    return bytes;
  }

  @Test
  void a_locked_window_holds_nothing_that_was_shown_or_typed() throws Exception {
    firstStart();
    talk();
    Set<String> open = found("open");
    assertThat(open).as("the search finds what is there").contains("message sent", "draft");

    press(KeyEvent.VK_L, InputEvent.CTRL_MASK, () -> isOpen("unlock"));
    FrameFixture screen = unlockWindow();
    window = null; // it is this test that would hold it
    eventually("locked", () -> screen.button("unlock.open").target().isShowing());
    Set<String> left = found("locked");
    System.out.println("held while open: " + open + "; once locked: " + left);
    assertThat(left).isEmpty();
  }

  private void firstStart() {
    FrameFixture first = start("alice");
    String password = secret("startup password");
    first.textBox("first.name").setText("alice");
    first.textBox("first.port").setText(Integer.toString(port));
    first.textBox("first.password").setText(password);
    first.textBox("first.repeat").setText(password);
    first.button("first.create").click();
    mainWindow();
  }

  private void talk() throws Exception {
    try (RealPerson bob = new RealPerson(home, "bob")) {
      bob.create();
      bob.begin();
      addBob(bob.port());
      RealPair.know(bob.workplace(), "alice", "127.0.0.1", port, unveiled("contact's password"));
      bob.profile().messenger().awaitSecrets();
      try (SecretBytes key = bob.profile().vault().key(Purpose.DATABASE)) {
        keep("another profile's key", key.expose());
      }
      press(KeyEvent.VK_1, InputEvent.CTRL_MASK, () -> showing("peers"));
      eventually("listed", () -> window.list("peers").target().getModel().getSize() == 1);
      window.list("peers").selectItem(0);
      window.textBox("composer").setText(secret("message sent"));
      window.textBox("composer").focus();
      press(KeyEvent.VK_ENTER, 0);
      eventually("delivered", () -> labelled(word("ui.fate.DELIVERED")));
      RealPair.say(bob.workplace(), "alice", secret("message received"));
      eventually("answered", () -> shows(unveiled("message received")));
    }
    press(
        KeyEvent.VK_F,
        InputEvent.CTRL_MASK | InputEvent.SHIFT_MASK,
        () -> showing("history.search"));
    window.textBox("history.search").setText(unveiled("message received"));
    eventually("found", () -> window.list("history.hits").target().getModel().getSize() == 1);
    press(KeyEvent.VK_1, InputEvent.CTRL_MASK, () -> showing("composer"));
    window.textBox("composer").setText(secret("draft"));
  }

  private void addBob(int at) {
    DialogFixture form = opened(KeyEvent.VK_N, InputEvent.CTRL_MASK, "contact");
    form.textBox("contact.name").setText("bob");
    form.textBox("contact.host").setText("127.0.0.1");
    form.textBox("contact.port").setText(Integer.toString(at));
    form.textBox("contact.password").setText(secret("contact's password"));
    form.button("contact.save").click();
    eventually("saved", () -> !form.target().isShowing());
  }

  private Set<String> found(String when) throws IOException {
    Path file = home.resolve(when + ".hprof");
    // What nothing holds any more is gone from the dump; the second collection takes what waited
    // to be finalised.
    System.gc();
    System.runFinalization();
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    byte[] heap = Files.readAllBytes(file);
    Files.delete(file);
    Set<String> found = new TreeSet<>();
    for (String name : veiled.keySet()) {
      for (Charset form : FORMS) {
        if (contains(heap, unveiled(name).getBytes(form))) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private static boolean contains(byte[] heap, byte[] secret) {
    int last = secret.length - 1;
    for (int at = 0; at + last < heap.length; at++) {
      if (heap[at + last] == secret[last]
          && heap[at] == secret[0]
          && java.util.Arrays.equals(heap, at, at + last + 1, secret, 0, last + 1)) {
        return true;
      }
    }
    return false;
  }
}
