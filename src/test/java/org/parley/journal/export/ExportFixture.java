package org.parley.journal.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.crypto.Ed25519;
import org.parley.crypto.SecretBytes;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.Progress;
import org.parley.journal.TestKeys;
import org.parley.journal.verify.Verification;
import org.parley.name.PeerName;
import org.parley.store.TestProfile;
import org.parley.words.Words;

/** A journal in a temporary folder and exports of it. */
final class ExportFixture {
  static final Instant EXPORTED = Instant.parse("2026-08-01T12:00:00.500Z");

  private final Path folder;
  final TestProfile profile;
  final Identity alice = identity(42);

  ExportFixture(Path folder) throws IOException {
    this.folder = folder;
    this.profile = new TestProfile(folder.resolve("profile"));
  }

  /** Somebody with the seed of 32 times that byte. */
  static Identity identity(int of) {
    return new Identity() {
      @Override
      public byte[] publicKey() {
        try (SecretBytes seed = SecretBytes.taking(TestKeys.raw(of))) {
          return Ed25519.publicKey(seed);
        }
      }

      @Override
      public byte[] sign(byte[] message) {
        try (SecretBytes seed = SecretBytes.taking(TestKeys.raw(of))) {
          return Ed25519.sign(seed, message);
        }
      }
    };
  }

  VerifierKey key(Identity of) {
    return VerifierKey.of("parley/" + profile.id(), of.publicKey());
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  static Basis basis(Journal journal) throws Exception {
    Verification found = TestProfile.verify(journal);
    return new Basis(found.entries(), found.root(), found.ok());
  }

  static Selection part(long... seqs) {
    Selection selection = Selection.part();
    for (long seq : seqs) {
      selection.add(seq, Standing.RECEIVED, "bob", false, EXPORTED);
    }
    return selection;
  }

  ExportPlan plan(ExportFormat format, Basis basis, Selection selection) {
    return new ExportPlan(
        format, basis, selection, false, EXPORTED, ZoneId.of("UTC"), Words.in(Locale.ENGLISH));
  }

  Exported export(Journal journal, ExportFormat format, Selection selection, String name)
      throws Exception {
    return export(journal, alice, plan(format, basis(journal), selection), name);
  }

  Exported export(Journal journal, Identity signer, ExportPlan plan, String name) throws Exception {
    return new Exporter(journal, signer, PeerName.of("alice"))
        .write(plan, file(name), ExportProgress.NONE);
  }

  ExportVerdict verify(String name) throws IOException {
    return new ExportReader(file(name), null).verify(Progress.NONE);
  }

  ExportVerdict verify(byte[] content) throws IOException {
    Path changed = file("changed");
    Files.write(changed, content);
    return new ExportReader(changed, null).verify(Progress.NONE);
  }

  /** Kind, detail and seq of the first finding. */
  static String first(ExportVerdict verdict) {
    if (verdict.ok()) {
      return "good";
    }
    ExportFinding finding = verdict.findings().get(0);
    String seq = finding.seq() == null ? "" : " " + finding.seq();
    return finding.fault().publicName() + " " + finding.detail() + seq;
  }

  List<String> lines(String name) throws IOException {
    return new ArrayList<>(Files.readAllLines(file(name), StandardCharsets.UTF_8));
  }

  String outcome(List<String> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : lines) {
      out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return first(verify(out.toByteArray()));
  }

  static Entry message(int number, String text) {
    return TestProfile.received("bob", TestProfile.id(number), text);
  }
}
