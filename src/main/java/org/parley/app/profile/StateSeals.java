package org.parley.app.profile;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.StateCheck;
import org.parley.journal.StoredState;
import org.parley.settings.SealedState;
import org.parley.settings.StateId;
import org.parley.settings.StateKind;
import org.parley.settings.StateRow;
import org.parley.settings.StateStore;
import org.parley.vault.SealException;
import org.parley.vault.Vault;

/** Whether a row of the journal's state is one that this vault sealed. Any thread. */
record StateSeals(Vault vault) implements StateCheck {
  private static final StateStore NOTHING_STORED =
      new StateStore() {
        @Override
        public List<StateRow> list(StateKind kind) {
          return List.of();
        }

        @Override
        public @Nullable StateRow get(StateKind kind, StateId id) {
          return null;
        }
      };

  @Override
  public boolean verifies(StoredState row) {
    StateKind kind = StateKind.of(row.kind());
    if (kind == null) {
      return false;
    }
    try (SealedState state = new SealedState(NOTHING_STORED, vault)) {
      byte[] plain = state.open(new StateRow(kind, StateId.of(row.id()), row.sealed()));
      Arrays.fill(plain, (byte) 0);
      return true;
    } catch (SealException e) {
      return false;
    }
  }
}
