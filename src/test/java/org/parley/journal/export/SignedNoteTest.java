package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.crypto.Ed25519;
import org.parley.crypto.SecretBytes;
import org.parley.json.Base64Text;
import org.parley.json.JsonObject;

class SignedNoteTest {
  private JsonObject vectors;
  private VerifierKey key;

  @BeforeEach
  void read() throws Exception {
    vectors = Vectors.of("notes.json");
    key = VerifierKey.parse(vectors.string("key"));
  }

  @Test
  void the_published_keys_are_read_and_written_again() throws Exception {
    for (String name : new String[] {"key", "other_key"}) {
      assertThat(VerifierKey.parse(vectors.string(name))).hasToString(vectors.string(name));
    }
    for (String bad : Vectors.strings(vectors.array("bad_keys"))) {
      assertThat(VerifierKey.parse(bad)).as(bad).isNull();
    }
  }

  @Test
  void a_key_with_any_letter_changed_or_any_part_cut_is_none() throws Exception {
    String text = vectors.string("key");
    for (int i = 0; i < text.length(); i++) {
      String changed = text.substring(0, i) + (char) (text.charAt(i) + 1) + text.substring(i + 1);
      assertThat(VerifierKey.parse(changed)).as(changed).isNull();
      assertThat(VerifierKey.parse(text.substring(0, i))).isNull();
      assertThat(i == 0 ? null : VerifierKey.parse(text.substring(i))).isNull();
    }
  }

  @Test
  void signing_gives_the_published_note() throws Exception {
    byte[] typed = Base64Text.decode(vectors.string("seed"));
    byte[] seed = Arrays.copyOfRange(typed, 1, typed.length);
    String note = SignedNote.sign(vectors.string("text"), key, identity(seed));

    assertThat(note).isEqualTo(vectors.string("text") + "\n" + vectors.string("signature"));
    assertThat(key.publicKey()).isEqualTo(identity(seed).publicKey());
  }

  private static Identity identity(byte[] seed) {
    return new Identity() {
      @Override
      public byte[] publicKey() {
        try (SecretBytes secret = SecretBytes.taking(seed.clone())) {
          return Ed25519.publicKey(secret);
        }
      }

      @Override
      public byte[] sign(byte[] message) {
        try (SecretBytes secret = SecretBytes.taking(seed.clone())) {
          return Ed25519.sign(secret, message);
        }
      }
    };
  }

  @Test
  void each_published_note_has_its_outcome() throws Exception {
    int seen = 0;
    for (JsonObject vector : Vectors.objects(vectors.array("cases"))) {
      StringBuilder note =
          new StringBuilder(vector.string("before")).append(vectors.string("text")).append('\n');
      for (String who : Vectors.strings(vector.array("signatures"))) {
        note.append(vectors.string(who.equals("peter") ? "signature" : "other_signature"));
      }
      note.append(vector.string("after"));
      assertThat(outcome(note.toString()))
          .as(vector.string("comment"))
          .isEqualTo(vector.string("outcome"));
      seen++;
    }
    assertThat(seen).isEqualTo(12);
  }

  private String outcome(String note) {
    try {
      return SignedNote.open(note, key).isEmpty() ? "empty" : "good";
    } catch (NoteException e) {
      return e.kind().name();
    }
  }

  @Test
  void a_hundred_signatures_are_read_and_one_more_is_refused() throws Exception {
    String text = vectors.string("text") + "\n";
    String signature = vectors.string("signature");
    assertThat(outcome(text + signature.repeat(100))).isEqualTo("good");
    assertThat(outcome(text + signature.repeat(101))).isEqualTo("MALFORMED");
  }

  @Test
  void a_note_with_any_letter_changed_is_refused() throws Exception {
    String note = vectors.string("text") + "\n" + vectors.string("signature");
    for (int i = 0; i < note.length(); i++) {
      String changed = note.substring(0, i) + (char) (note.charAt(i) ^ 1) + note.substring(i + 1);
      assertThat(outcome(changed)).as(changed).isNotEqualTo("good");
    }
  }

  @Test
  void the_published_checkpoint_is_read_and_written_again() throws Exception {
    JsonObject vector = vectors.object("checkpoint");
    String text = SignedNote.text(vector.string("note"));
    Checkpoint checkpoint = Checkpoint.parse(text);
    assertThat(checkpoint.origin()).isEqualTo(vector.string("origin"));
    assertThat(checkpoint.size()).isEqualTo(vector.integer("size", 0, Long.MAX_VALUE));
    assertThat(HexFormat.of().formatHex(checkpoint.root())).isEqualTo(vector.string("root"));
    assertThat(checkpoint.extensions()).isEmpty();
    assertThat(checkpoint.text()).isEqualTo(text);
  }

  @Test
  void what_is_no_checkpoint_is_none() throws Exception {
    for (String text : Vectors.strings(vectors.array("not_checkpoints"))) {
      assertThat(Checkpoint.parse(text)).as(text).isNull();
    }
  }

  @Test
  void a_name_with_a_space_or_a_plus_is_none() {
    for (String name : new String[] {"", "a b", "a+b", "a\u00a0b", "a\u2028b", "a\tb"}) {
      assertThatThrownBy(() -> VerifierKey.of(name, new byte[32]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_fingerprint_is_of_the_key_alone() {
    String fingerprint = key.fingerprint();
    assertThat(fingerprint).matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
    assertThat(VerifierKey.of("other", key.publicKey()).fingerprint()).isEqualTo(fingerprint);
  }
}
