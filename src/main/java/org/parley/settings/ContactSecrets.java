package org.parley.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.CryptoException;
import org.parley.crypto.HmacSha256;
import org.parley.crypto.PasswordBytes;
import org.parley.crypto.SecretBytes;
import org.parley.name.PeerName;
import org.parley.vault.SealException;

/**
 * The secrets derived from contacts' passwords, kept so that each costs its derivation once.
 *
 * <pre>
 * row   = check (32 bytes) ‖ secret (32 bytes) ‖ UTF-8 of: own name ‖ 0x00 ‖ contact's name
 * check = HMAC-SHA256(secret, "parley/check/1" ‖ 0x00 ‖ UTF-8 of the NFC-normalised password)
 * </pre>
 *
 * <p>The check tells whether the secret is of the password that the directory has now, which may
 * have been changed by another program. It makes no secret worth less: who can open the row has the
 * secret, and that is all that the password is used for.
 */
public final class ContactSecrets {
  private static final byte[] LABEL = "parley/check/1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SECRET_SIZE = 32;
  private static final int NAMES_AT = HmacSha256.SIZE + SECRET_SIZE;

  private final SealedState state;

  /** The state stays the caller's to close. */
  public ContactSecrets(SealedState state) {
    this.state = state;
  }

  /**
   * The secret of these two names and this password, which the caller closes; null where none is
   * kept, or one of another password, or a row that is damaged: then it is derived anew.
   */
  public @Nullable SecretBytes find(PeerName self, PeerName peer, char[] password)
      throws IOException {
    byte[] row = new byte[0];
    try (SecretBytes typed = PasswordBytes.of(password)) {
      byte[] kept = state.get(StateKind.CONTACT_SECRET, id(self, peer));
      if (kept == null || kept.length < NAMES_AT) {
        return null;
      }
      row = kept;
      SecretBytes secret = SecretBytes.taking(Arrays.copyOfRange(row, HmacSha256.SIZE, NAMES_AT));
      byte[] check = Arrays.copyOf(row, HmacSha256.SIZE);
      if (HmacSha256.verify(secret, check, LABEL, typed.expose())) {
        return secret;
      }
      secret.close();
      return null;
    } catch (SealException | CryptoException e) {
      return null;
    } finally {
      Arrays.fill(row, (byte) 0);
    }
  }

  /** The change that keeps the secret of 32 bytes; all arguments stay the caller's. */
  public StateChange save(PeerName self, PeerName peer, char[] password, SecretBytes secret) {
    if (secret.length() != SECRET_SIZE) {
      throw new IllegalArgumentException("a contact's secret has 32 bytes");
    }
    byte[] names = names(self, peer);
    byte[] row = new byte[NAMES_AT + names.length];
    try (SecretBytes typed = PasswordBytes.of(password)) {
      byte[] check = HmacSha256.of(secret, LABEL, typed.expose());
      System.arraycopy(check, 0, row, 0, check.length);
      System.arraycopy(secret.expose(), 0, row, HmacSha256.SIZE, SECRET_SIZE);
      System.arraycopy(names, 0, row, NAMES_AT, names.length);
      return state.put(StateKind.CONTACT_SECRET, id(self, peer), row);
    } catch (CryptoException e) {
      throw new IllegalArgumentException("a password that no contact can have", e);
    } finally {
      Arrays.fill(row, (byte) 0);
    }
  }

  /** The change that forgets the secret. */
  public StateChange forget(PeerName self, PeerName peer) {
    return state.delete(StateKind.CONTACT_SECRET, id(self, peer));
  }

  /** The changes that forget all but those of this own name with these contacts. */
  public List<StateChange> forgetOthers(PeerName self, Set<PeerName> contacts) throws IOException {
    SealedState.Listing listing = state.list(StateKind.CONTACT_SECRET);
    Set<StateId> kept = contacts.stream().map(peer -> id(self, peer)).collect(Collectors.toSet());
    List<StateChange> changes = new ArrayList<>();
    listing
        .plain()
        .forEach(
            (id, row) -> {
              Arrays.fill(row, (byte) 0);
              if (!kept.contains(id)) {
                changes.add(state.delete(StateKind.CONTACT_SECRET, id));
              }
            });
    return changes;
  }

  // No name holds a zero.
  private static byte[] names(PeerName self, PeerName peer) {
    return (self + "\0" + peer).getBytes(StandardCharsets.UTF_8);
  }

  private static StateId id(PeerName self, PeerName peer) {
    return StateId.named(self + "\0" + peer);
  }
}
