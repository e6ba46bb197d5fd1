package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The structure that src/docs/architecture.md describes, held by a test. */
@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Set<String> LEAVES = Set.of("name", "files", "words", "waits");

  /** Who may import whom; the leaves may be imported by all, and app may import everything. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("crypto", List.of()),
          Map.entry("json", List.of()),
          Map.entry("wire", List.of("json")),
          Map.entry("vault", List.of("json", "crypto")),
          Map.entry("session", List.of("wire", "json", "crypto")),
          Map.entry("directory", List.of("json", "crypto", "vault")),
          Map.entry("journal", List.of("json", "crypto", "vault")),
          Map.entry("settings", List.of("json", "crypto", "vault")),
          Map.entry("journal.search", List.of("json", "crypto", "vault", "journal")),
          Map.entry("journal.verify", List.of("json", "crypto", "vault", "journal")),
          Map.entry("journal.export", List.of("json", "crypto", "vault", "journal")),
          Map.entry("network", List.of("session", "wire")),
          Map.entry(
              "messaging",
              List.of(
                  "network",
                  "session",
                  "wire",
                  "directory",
                  "journal",
                  "journal.search",
                  "settings",
                  "crypto",
                  "json",
                  "vault")),
          Map.entry(
              "store", List.of("crypto", "journal", "journal.search", "messaging", "settings")),
          Map.entry(
              "ui",
              List.of(
                  "messaging",
                  "directory",
                  "journal",
                  "journal.search",
                  "journal.verify",
                  "journal.export",
                  "settings",
                  "wire",
                  "crypto",
                  "json",
                  "vault")));

  @ArchTest
  static void importsFollowTheTable(JavaClasses parley) {
    classes()
        .should(importOnlyWhatItsPackageMay())
        .because("a reader finds where a change belongs only while each package has one task")
        .check(parley);
  }

  @ArchTest
  static final ArchRule bouncyCastleHasOneHome =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.parley.crypto")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bouncycastle..", "javax.crypto..")
          .because("who audits the cryptography reads one small package");

  @ArchTest
  static final ArchRule orgJsonHasOneHome =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.parley.json")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.json..")
          .because("there is one way to read JSON, the strict one");

  @ArchTest
  static final ArchRule sqlHasOneHome =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.parley.store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")
          .because("the journal's rules must be readable without SQL");

  @ArchTest
  static final ArchRule socketsHaveOneHome =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.parley.network")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are sockets",
                  type ->
                      Set.of("java.net.Socket", "java.net.ServerSocket").contains(type.getName())
                          || (type.getPackageName().equals("java.nio.channels")
                              && type.getSimpleName().contains("Socket"))))
          .because("deadlines and admission are kept in one place");

  @ArchTest
  static final ArchRule swingHasOneHome =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.parley.ui..", "org.parley.app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt..", "com.formdev..", "net.miginfocom..")
          .because("everything but the window must run without a screen");

  @ArchTest
  static final ArchRule onlyAppEndsTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.parley.app..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("a library that prints or exits takes the decision from its caller");

  @ArchTest
  static final ArchRule noCycles =
      SlicesRuleDefinition.slices()
          .matching("org.parley.(**)")
          .should()
          .beFreeOfCycles()
          .because("two packages that need each other are one");

  @ArchTest
  static final ArchRule noStaticMutableState =
      fields()
          .that()
          .areStatic()
          .and(
              DescribedPredicate.describe(
                  "are written by people",
                  (JavaField field) -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
          .should()
          .beFinal()
          .because("what is shared must be handed over, or tests and profiles share it too");

  @Test
  void the_top_level_holds_only_what_it_may() throws IOException {
    Set<String> allowed =
        Set.of("pom.xml", "src", "resources", "db", "directory.json", "weaknesses.txt");
    try (Stream<Path> entries = Files.list(Path.of("."))) {
      assertThat(entries.map(p -> p.getFileName().toString()))
          .filteredOn(n -> !n.startsWith(".") && !n.equals("target") && !n.equals("README.md"))
          .isSubsetOf(allowed);
    }
  }

  @Test
  void no_room_is_above_400_lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
      }
    }
  }

  private static ArchCondition<JavaClass> importOnlyWhatItsPackageMay() {
    return new ArchCondition<>("import only what the table allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String from = home(type);
        if (from.equals("app")) {
          return;
        }
        // Only waits imports nothing at all: the other leaves may wait, too.
        Set<String> may = new HashSet<>(LEAVES.contains(from) ? Set.of("waits") : LEAVES);
        may.addAll(MAY_IMPORT.getOrDefault(from, List.of()));
        may.add(from);
        type.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().getPackageName().startsWith("org.parley"))
            .filter(d -> !may.contains(home(d.getTargetClass())))
            .forEach(d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
        if (from.equals("ui")) {
          checkUi(type, events);
        }
      }
    };
  }

  private static void checkUi(JavaClass type, ConditionEvents events) {
    if (type.getPackageName().startsWith("org.parley.ui.common")) {
      type.getDirectDependenciesFromSelf().stream()
          .filter(d -> d.getTargetClass().getPackageName().startsWith("org.parley.ui"))
          .filter(d -> !d.getTargetClass().getPackageName().startsWith("org.parley.ui.common"))
          .forEach(d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
    }
  }

  /**
   * The package's name below org.parley; all of ui counts as one, journal's parts as themselves.
   */
  private static String home(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals("org.parley")) {
      return "";
    }
    String below = name.substring("org.parley.".length());
    for (String whole : List.of("ui", "app")) {
      if (below.startsWith(whole)) {
        return whole;
      }
    }
    return below;
  }
}
