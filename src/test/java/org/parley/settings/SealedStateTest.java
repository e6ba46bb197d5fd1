package org.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.SecretBytes;
import org.parley.json.JsonObject;
import org.parley.name.PeerName;
import org.parley.vault.Seal;
import org.parley.vault.SealException;
import org.parley.vault.TestVault;
import org.parley.vault.Vault;

class SealedStateTest {
  private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.UTF_8);
  private static final StateId ID = StateId.named("one");

  @TempDir Path folder;
  private final MemoryStateStore store = new MemoryStateStore();
  private Vault vault;
  private SealedState state;

  @BeforeEach
  void open() throws Exception {
    vault = TestVault.create(folder.resolve("vault.json"), "pw".toCharArray());
    state = new SealedState(store, vault);
  }

  @AfterEach
  void close() {
    state.close();
    vault.close();
  }

  private static PeerName name(String text) throws Exception {
    return PeerName.of(text);
  }

  @Test
  void what_was_put_is_read_back_once_committed_and_gone_once_deleted() throws Exception {
    for (StateKind kind : StateKind.values()) {
      StateChange put = state.put(kind, ID, PLAIN);
      assertThat(state.get(kind, ID)).isNull();
      store.apply(put);
      assertThat(state.get(kind, ID)).isEqualTo(PLAIN);
      assertThat(state.list(kind).plain()).containsOnlyKeys(ID);
      store.apply(state.delete(kind, ID));
      assertThat(state.get(kind, ID)).isNull();
    }
  }

  @Test
  void each_kind_has_the_seal_and_the_name_that_the_format_says() throws Exception {
    for (StateKind kind : StateKind.values()) {
      byte[] sealed = state.put(kind, ID, PLAIN).sealed();
      try (Seal seal = vault.seal(kind.purpose())) {
        String name = kind.number() + "/" + HexFormat.of().formatHex(ID.bytes());
        assertThat(seal.open(name, sealed)).isEqualTo(PLAIN);
      }
    }
    assertThat(StateKind.values())
        .extracting(k -> k.number() + " " + k.purpose())
        .containsExactly("1 OUTBOX", "2 CONTACT", "3 STATE", "4 STATE", "5 STATE");
    assertThat(StateKind.of(2)).isEqualTo(StateKind.CONTACT_SECRET);
    assertThat(StateKind.of(6)).isNull();
  }

  @Test
  void a_row_in_another_rows_place_is_refused() {
    byte[] sealed = state.put(StateKind.DRAFT, ID, PLAIN).sealed();
    StateId other = StateId.named("two");
    store.apply(
        StateChange.put(new StateRow(StateKind.DRAFT, other, sealed)),
        StateChange.put(new StateRow(StateKind.READ_MARK, ID, sealed)));
    assertThatThrownBy(() -> state.get(StateKind.DRAFT, other)).isInstanceOf(SealException.class);
    assertThatThrownBy(() -> state.get(StateKind.READ_MARK, ID)).isInstanceOf(SealException.class);
  }

  @Test
  void a_damaged_row_is_named_and_hides_no_other() throws Exception {
    byte[] sealed = state.put(StateKind.OUTBOX, ID, PLAIN).sealed();
    sealed[20] ^= 1;
    StateId whole = StateId.named("two");
    store.apply(
        StateChange.put(new StateRow(StateKind.OUTBOX, ID, sealed)),
        state.put(StateKind.OUTBOX, whole, PLAIN));
    SealedState.Listing listing = state.list(StateKind.OUTBOX);
    assertThat(listing.plain()).containsOnlyKeys(whole);
    assertThat(listing.damaged()).containsExactly(ID);
  }

  @Test
  void a_messages_id_is_its_row() {
    StateId id = StateId.ofMessage("00112233-4455-6677-8899-aabbccddeeff");
    assertThat(id).hasToString("00112233445566778899aabbccddeeff");
    assertThat(StateId.of(id.bytes())).isEqualTo(id).isEqualByComparingTo(id);
    for (String bad : List.of("", "x", "00112233445566778899aabbccddeeff", "0".repeat(36))) {
      assertThat(StateId.ofMessage(bad)).isNull();
    }
  }

  @Test
  void a_name_leads_to_the_row_that_the_comment_says() {
    // sha256("parley/state/1\0preferences"), computed with coreutils
    assertThat(StateId.named("preferences")).hasToString("48173be7da2009b5481ef0a6819d546d");
  }

  @Test
  void documents_are_found_by_name_and_listed_with_it() throws Exception {
    Documents drafts = Documents.drafts(state);
    JsonObject value = JsonObject.empty().with("text", "Grüße \u4e16 🙂\n\"x\"");
    store.apply(drafts.put("bob", value), Documents.others(state).put("bob", JsonObject.empty()));
    assertThat(drafts.get("bob")).isEqualTo(value);
    assertThat(drafts.get("carol")).isNull();
    assertThat(Documents.readMarks(state).get("bob")).isNull();
    assertThat(drafts.all().values()).containsOnlyKeys("bob").containsValue(value);
    store.apply(drafts.delete("bob"));
    assertThat(drafts.all().values()).isEmpty();
  }

  @Test
  void a_damaged_document_is_named_and_hides_no_other() throws Exception {
    Documents others = Documents.others(state);
    store.apply(
        others.put("a", JsonObject.empty()),
        state.put(StateKind.OTHER, ID, PLAIN)); // sealed by us, but no document
    assertThat(others.all().values()).containsOnlyKeys("a");
    assertThat(others.all().damaged()).containsExactly(ID);
  }

  @Test
  void a_contacts_secret_is_kept_for_its_password_and_both_names() throws Exception {
    ContactSecrets secrets = new ContactSecrets(state);
    PeerName alice = name("alice");
    PeerName bob = name("bob");
    char[] password = "geheim".toCharArray();
    try (SecretBytes secret = SecretBytes.taking(new byte[32])) {
      store.apply(secrets.save(alice, bob, password, secret));
      try (SecretBytes found = secrets.find(alice, bob, password)) {
        assertThat(found.sameAs(secret)).isTrue();
      }
    }
    assertThat(secrets.find(alice, bob, "other".toCharArray())).isNull();
    assertThat(secrets.find(alice, bob, new char[] {'\uD83D'})).isNull();
    assertThat(secrets.find(bob, alice, password)).isNull();
    assertThat(secrets.find(alice, name("carol"), password)).isNull();
    store.apply(secrets.forget(alice, bob));
    assertThat(secrets.find(alice, bob, password)).isNull();
  }

  @Test
  void a_secret_that_was_changed_outside_is_derived_anew() throws Exception {
    ContactSecrets secrets = new ContactSecrets(state);
    char[] password = "geheim".toCharArray();
    try (SecretBytes secret = SecretBytes.taking(new byte[32])) {
      StateChange change = secrets.save(name("alice"), name("bob"), password, secret);
      change.sealed()[30] ^= 1;
      store.apply(change);
    }
    assertThat(secrets.find(name("alice"), name("bob"), password)).isNull();
  }

  @Test
  void secrets_of_contacts_that_are_no_more_are_forgotten() throws Exception {
    ContactSecrets secrets = new ContactSecrets(state);
    char[] password = "geheim".toCharArray();
    PeerName self = name("alice");
    try (SecretBytes secret = SecretBytes.taking(new byte[32])) {
      store.apply(
          secrets.save(self, name("bob"), password, secret),
          secrets.save(self, name("carol"), password, secret),
          secrets.save(name("old"), name("bob"), password, secret));
    }
    store.apply(secrets.forgetOthers(self, Set.of(name("bob"))).toArray(new StateChange[0]));
    assertThat(store.list(StateKind.CONTACT_SECRET)).hasSize(1);
    try (SecretBytes kept = secrets.find(self, name("bob"), password)) {
      assertThat(kept).isNotNull();
    }
  }

  @Test
  void a_closed_state_opens_and_seals_nothing() {
    store.apply(state.put(StateKind.DRAFT, ID, PLAIN));
    state.close();
    assertThatThrownBy(() -> state.get(StateKind.DRAFT, ID))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> state.put(StateKind.DRAFT, ID, PLAIN))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothing_prints_a_secret() {
    StateChange change = state.put(StateKind.DRAFT, ID, PLAIN);
    assertThat(change).hasToString("StateChange[put DRAFT/" + ID + "]");
    assertThat(state).hasToString("SealedState[redacted]");
  }
}
