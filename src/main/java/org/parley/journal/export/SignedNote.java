package org.parley.journal.export;

import java.util.Arrays;
import org.parley.crypto.Ed25519;
import org.parley.journal.export.NoteException.Kind;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;

/**
 * Signed notes (C2SP signed-note): a text of lines, an empty line, and signature lines {@code —
 * name base64(key id ‖ signature)}. The signature covers the text with its last line end.
 */
final class SignedNote {
  /** The most signature lines that are looked at; the specification asks for at least 16. */
  static final int MAX_SIGNATURES = 100;

  private static final String DASH = "\u2014 ";

  private SignedNote() {}

  /** The note: the text, which ends with a line end, and one signature. */
  static String sign(String text, VerifierKey key, Identity identity) {
    byte[] signature = identity.sign(VerifierKey.utf8(text));
    byte[] named = Arrays.copyOf(key.id(), VerifierKey.ID_SIZE + signature.length);
    System.arraycopy(signature, 0, named, VerifierKey.ID_SIZE, signature.length);
    return text + "\n" + DASH + key.name() + " " + Base64Text.encode(named) + "\n";
  }

  /** The text before the signatures, which is not to be believed yet. */
  static String text(String note) throws NoteException {
    return note.substring(0, split(note));
  }

  /**
   * The note's text, once it is known that the key signed it. Signatures of other keys are passed
   * over, as the specification demands: a witness may have signed, too.
   */
  static String open(String note, VerifierKey key) throws NoteException {
    int split = split(note);
    String text = note.substring(0, split);
    String[] lines = note.substring(split + 1).split("\n", -1);
    if (lines.length - 1 > MAX_SIGNATURES) {
      throw new NoteException(Kind.MALFORMED);
    }
    boolean signed = false;
    for (int i = 0; i < lines.length - 1; i++) {
      // Every line must be a signature, also where one was found: else something follows the note.
      signed |= isSignatureOf(lines[i], key, text);
    }
    if (!signed) {
      throw new NoteException(Kind.NOT_SIGNED);
    }
    return text;
  }

  // The last empty line parts text and signatures.
  private static int split(String note) throws NoteException {
    int blank = note.lastIndexOf("\n\n");
    boolean lines = note.endsWith("\n") && blank >= 0 && blank + 2 < note.length();
    if (!lines || note.codePoints().anyMatch(SignedNote::isForbidden)) {
      throw new NoteException(Kind.MALFORMED);
    }
    return blank + 1;
  }

  private static boolean isForbidden(int codePoint) {
    return (codePoint < ' ' && codePoint != '\n')
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static boolean isSignatureOf(String line, VerifierKey key, String text)
      throws NoteException {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !line.startsWith(DASH) || !VerifierKey.isName(parts[1])) {
      throw new NoteException(Kind.MALFORMED);
    }
    byte[] named;
    try {
      named = Base64Text.decode(parts[2]);
    } catch (JsonException e) {
      throw new NoteException(Kind.MALFORMED);
    }
    if (named.length <= VerifierKey.ID_SIZE) {
      throw new NoteException(Kind.MALFORMED);
    }
    byte[] id = Arrays.copyOf(named, VerifierKey.ID_SIZE);
    if (!parts[1].equals(key.name()) || !Arrays.equals(id, key.id())) {
      return false;
    }
    byte[] signature = Arrays.copyOfRange(named, VerifierKey.ID_SIZE, named.length);
    // A wrong signature under the right name condemns the note, whatever other lines there are.
    if (!Ed25519.verify(key.publicKey(), VerifierKey.utf8(text), signature)) {
      throw new NoteException(Kind.BAD_SIGNATURE);
    }
    return true;
  }
}
