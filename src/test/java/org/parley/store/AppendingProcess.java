package org.parley.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Journal;
import org.parley.journal.Receipt;
import org.parley.journal.StateChange;

/** Appends for ever and prints each seq once it is acknowledged; to be killed. */
public final class AppendingProcess {
  private AppendingProcess() {}

  /** The folder of a profile that exists; the bytes of each state, else few. */
  public static void main(String[] args) throws Exception {
    TestProfile profile = new TestProfile(Path.of(args[0]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Journal journal = profile.open();
    if (!journal.findings().isEmpty()) {
      out.println("FINDINGS " + TestProfile.names(journal.findings()));
    }
    out.println("READY " + journal.size());
    Random noise = new Random();
    for (int i = 0; ; i++) {
      String text = "text " + UUID.randomUUID();
      byte[] id = new byte[16];
      id[15] = (byte) (i % 50);
      byte[] sealed = new byte[args.length > 1 ? Integer.parseInt(args[1]) : 32 + i % 100];
      noise.nextBytes(sealed);
      Batch batch =
          new Batch(
              List.of(TestProfile.received("bob", text), TestProfile.received("eve", text)),
              List.of(new StateChange(1, id, i % 7 == 0 ? null : sealed)),
              i % 3 == 0 ? Durability.ASYNC : Durability.SYNC);
      CompletableFuture<Receipt> other =
          journal.commit(Batch.of(Durability.SYNC, List.of(TestProfile.received("zoe", text))));
      Receipt receipt = journal.commit(batch).get();
      out.println(receipt.first() + " " + text);
      out.println(other.get().first() + " " + text);
    }
  }
}
