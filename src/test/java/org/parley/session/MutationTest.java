package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.wire.Frame;
import org.parley.wire.PduReader;

/** Whole transcripts, changed at random and played to either role. */
class MutationTest {
  private static final int TRANSCRIPTS = 3_000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void a_changed_transcript_ends_and_delivers_nothing_but_what_was_said() throws Exception {
    Map<EndKind, Integer> ends = new EnumMap<>(EndKind.class);
    int whole = 0;
    for (int i = 0; i < TRANSCRIPTS; i++) {
      boolean initiator = random.nextBoolean();
      List<byte[]> pdus = pdus(!initiator);
      for (int n = random.nextInt(3); n >= 0; n--) {
        change(pdus, initiator);
      }
      Played played = play(initiator, pdus);
      ends.merge(played.end.kind(), 1, Integer::sum);
      if (played.end.kind() == EndKind.DELIVERED || played.text != null) {
        whole++;
        // What was taken is what the transcript says, byte for byte up to there.
        List<byte[]> honest = pdus(!initiator);
        for (int k = 0; k < played.taken.size(); k++) {
          assertThat(played.taken.get(k))
              .as("seed %d, transcript %d", seed, i)
              .isEqualTo(honest.get(k));
        }
      }
    }
    System.out.printf("seed %d: %d transcripts, %d whole, %s%n", seed, TRANSCRIPTS, whole, ends);
    assertThat(ends).hasSizeGreaterThan(4);
  }

  private static final class Played {
    final List<byte[]> taken = new ArrayList<>();
    SessionEnd end;
    String text;
  }

  private static List<byte[]> pdus(boolean ofInitiator) throws Exception {
    List<byte[]> pdus = new ArrayList<>();
    for (Transcript.Line line : Stage.T.lines()) {
      if (line.fromInitiator() == ofInitiator) {
        pdus.add(line.wire().clone());
      }
    }
    return pdus;
  }

  private void change(List<byte[]> pdus, boolean initiator) throws Exception {
    int one = random.nextInt(pdus.size());
    int other = random.nextInt(pdus.size());
    byte[] pdu = pdus.get(one);
    if (pdu.length == 0) {
      return; // cut to nothing by a change before this one
    }
    switch (random.nextInt(9)) {
      case 0 -> pdu[random.nextInt(pdu.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> pdu[random.nextInt(pdu.length)] = (byte) random.nextInt();
      case 2 -> pdus.set(one, Arrays.copyOf(pdu, random.nextInt(pdu.length)));
      case 3 -> pdus.set(one, without(pdu, random.nextInt(pdu.length)));
      case 4 -> java.util.Collections.swap(pdus, one, other);
      case 5 -> pdus.add(one, pdus.get(other).clone());
      case 6 -> {
        if (pdus.size() > 1) {
          pdus.remove(one);
        }
      }
      case 7 -> pdus.set(one, pick(pdus(initiator))); // a PDU of the machine's own
      default -> pdus.set(one, spliced(pdu, pdus.get(other)));
    }
  }

  private byte[] pick(List<byte[]> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static byte[] without(byte[] pdu, int at) {
    byte[] shorter = Arrays.copyOf(pdu, pdu.length - 1);
    System.arraycopy(pdu, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }

  private byte[] spliced(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(one, 0, random.nextInt(one.length + 1));
    int from = random.nextInt(other.length + 1);
    out.write(other, from, other.length - from);
    return out.toByteArray();
  }

  /** As a connection does: through the reader, then the end of the stream. */
  private Played play(boolean initiator, List<byte[]> pdus) throws Exception {
    Machine machine = initiator ? Stage.T.newInitiator() : Stage.T.newResponder();
    Played played = new Played();
    PduReader reader = new PduReader(machine.pduLimit());
    // Each is heard when the transcript says so: then the machine's own are the recorded ones, too.
    int clock = initiator ? 0 : -1;
    Reaction last = goOn(machine, machine.start(Transcript.at(0)), Transcript.at(0), played);
    for (byte[] pdu : pdus) {
      int from = 0;
      while (from < pdu.length && last.next() != Reaction.Next.END) {
        from += reader.feed(pdu, from, pdu.length - from);
        Frame frame = reader.poll();
        if (frame != null) {
          Now now = Transcript.at(clock += 2);
          last = goOn(machine, machine.received(frame, now), now, played);
          reader.setLimit(machine.pduLimit());
        }
      }
    }
    if (last.next() != Reaction.Next.END) {
      Now now = Transcript.at(++clock);
      last = reader.pending() ? machine.connectionLost(now) : machine.peerClosed(now);
    }
    played.end = last.end();
    return played;
  }

  private static Reaction goOn(Machine machine, Reaction reaction, Now now, Played played) {
    Reaction last = reaction;
    note(last, played);
    while (last.next() == Reaction.Next.RESUME || last.next() == Reaction.Next.ANSWER) {
      if (last.next() == Reaction.Next.ANSWER) {
        played.text = last.offer().text();
        last = ((Responder) machine).answered(Verdict.STORED, now);
      } else {
        last = machine.resume(now);
      }
      note(last, played);
    }
    return last;
  }

  private static void note(Reaction reaction, Played played) {
    for (PduEvent event : Stage.heard(reaction)) {
      if (event.outcome().kind() == Outcome.Kind.OK) {
        played.taken.add(event.wire());
      }
    }
  }
}
