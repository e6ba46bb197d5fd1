package org.parley.ui.workplace;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.settings.ListenOn;

/**
 * Where the profile lies, what proves that it is its owner's, and where it listens. What is marked
 * * returns at once and may be called on the event thread; the rest waits for disk, network or key
 * derivation.
 */
public interface OwnPlace {

  /** Why a port cannot be listened on. */
  enum Refusal {
    /** Another program has it. */
    PORT_IN_USE,
    /** The system does not let us. */
    PORT_FORBIDDEN
  }

  /** The port could not be had; what was listened on before still is. */
  final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    /** It was refused for that. */
    public RefusedException(Refusal refusal, Throwable cause) {
      super(refusal.name(), cause);
      this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
      return refusal;
    }
  }

  /** The data folder, absolute. * */
  Path folder();

  /** What others compare to know that an export is the owner's: 16 groups of 4 hex digits. * */
  String fingerprint();

  /**
   * Listens there from now on, and remembers it. Connections that stand end: who was not
   * acknowledged sends again.
   *
   * @param port 1 to 65535
   * @throws RefusedException where the port cannot be had; nothing has changed
   * @throws IOException where it is listened on, and could not be remembered
   */
  void listen(ListenOn where, int port) throws RefusedException, IOException;

  /**
   * Changes the startup password; both stay the caller's to wipe.
   *
   * @return false where {@code old} is not the password: nothing has changed
   * @throws IOException where the vault could not be written: the old one holds
   */
  boolean changePassword(char[] old, char[] fresh) throws IOException;
}
