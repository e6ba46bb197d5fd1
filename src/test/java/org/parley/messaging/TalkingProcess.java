package org.parley.messaging;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.parley.network.Clocks;

/**
 * A process of its own that talks without end, to be killed: writes one message after the other,
 * and says what it knows, a line each: {@code NEW id} once a message is kept, {@code DELIVERED id}
 * once it is known to be there, {@code RECEIVED id} once one came.
 */
final class TalkingProcess implements MessagingListener {
  /**
   * Arguments: folder, own name, own port, the other's name and port, the password. Begins once its
   * standard input says which life this is.
   */
  public static void main(String[] args) throws Exception {
    byte[] life = new byte[5];
    if (System.in.readNBytes(life, 0, life.length) < life.length) {
      return; // never needed
    }
    TestPeer self = new TestPeer(args[1], Path.of(args[0]), Clocks.system());
    self.messenger.addListener(new TalkingProcess());
    self.knows(args[3], Integer.parseInt(args[4]), args[5]);
    self.listen(Integer.parseInt(args[2]));
    self.messenger.startDelivering();
    for (int i = 0; true; i++) {
      String text = new String(life, StandardCharsets.US_ASCII) + String.format("/%05d", i);
      say("NEW " + self.messenger.send(TestPeer.named(args[3]), text, true));
      while (self.messenger.deliver(TestPeer.named(args[3]), new Cancellation()).failure()
          != null) {
        self.changes.clear();
        self.changes.poll(20, TimeUnit.MILLISECONDS); // the other one is dead just now
      }
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  @Override
  public void messageChanged(Message message) {
    if (message.fate() == Fate.DELIVERED) {
      say("DELIVERED " + message.id());
    } else if (message.fate() == Fate.RECEIVED) {
      say("RECEIVED " + message.id());
    }
  }
}
