package org.parley.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.journal.ForeignDatabaseException;
import org.parley.journal.JournalException;
import org.parley.journal.NewerVersionException;

/**
 * What the database must consist of, and nothing else.
 *
 * <p>Why so strict: a trigger, an alias, a view or a default that somebody planted in the file
 * would run inside this program. The script lists them all; INFORMATION_SCHEMA would not, it hides
 * an alias whose class is refused and a table whose default calls one.
 */
final class Schema {
  private static final String VERSION_TABLE = "CREATE CACHED TABLE \"PUBLIC\".\"VERSION\"(";

  // What a later version of ours may add without our running anything by reading VERSION.
  private static final List<String> HARMLESS =
      List.of("CREATE CACHED TABLE \"PUBLIC\".", "ALTER TABLE \"PUBLIC\".", "CREATE USER ");

  // What H2 notes at a column after it has counted values there: a number for its planner.
  private static final Pattern SELECTIVITY = Pattern.compile(" SELECTIVITY [0-9]{1,3}(?=[ ,\n])");

  private final List<SchemaStep> steps;

  /** The schema that these steps make, one after the other. */
  Schema(List<SchemaStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The present one. */
  static Schema present() {
    return new Schema(List.of(new FirstSchema(), new SecondSchema()));
  }

  private int newest() {
    return steps.get(steps.size() - 1).version();
  }

  /** Makes the tables; only ever in a file that was just made. */
  void create(Connection fresh) throws SQLException {
    create(fresh, newest());
  }

  private void create(Connection fresh, int version) throws SQLException {
    try (Statement statement = fresh.createStatement()) {
      for (SchemaStep step : steps) {
        if (step.version() <= version) {
          run(statement, step);
        }
      }
      statement.execute("INSERT INTO VERSION VALUES " + version);
    }
  }

  private static void run(Statement statement, SchemaStep step) throws SQLException {
    for (String sql : step.statements()) {
      statement.execute(sql);
    }
  }

  /**
   * Compares the database with what it must be, and brings an older version up to date. The script
   * is the first statement on that connection.
   *
   * @throws ForeignDatabaseException where anything differs
   * @throws NewerVersionException where it is what a later version of ours may look like
   */
  void check(Connection database) throws SQLException, JournalException {
    Set<String> found = script(database);
    int fewest = Integer.MAX_VALUE;
    for (int i = steps.size() - 1; i >= 0; i--) {
      int version = steps.get(i).version();
      Set<String> expected = expected(version);
      if (found.equals(expected) && isOrWas(versions(database), version)) {
        upgrade(database, version);
        return;
      }
      fewest = Math.min(fewest, differences(found, expected));
    }
    refuseNewer(database, found);
    throw new ForeignDatabaseException(fewest);
  }

  private void refuseNewer(Connection database, Set<String> found)
      throws SQLException, NewerVersionException {
    boolean harmless =
        found.stream().allMatch(line -> HARMLESS.stream().anyMatch(line::startsWith))
            && found.stream().noneMatch(line -> line.contains("DEFAULT"))
            && expected(newest()).stream()
                .filter(line -> line.startsWith(VERSION_TABLE))
                .allMatch(found::contains);
    if (harmless) {
      List<Integer> versions = versions(database);
      if (versions.size() == 1 && versions.get(0) > newest()) {
        throw new NewerVersionException(versions.get(0), newest());
      }
    }
  }

  // H2 commits after each statement that makes a table: a kill right after it leaves the tables of
  // a version with the number of the one before.
  private static boolean isOrWas(List<Integer> versions, int version) {
    return versions.equals(List.of(version))
        || (version > 1 && versions.equals(List.of(version - 1)));
  }

  private void upgrade(Connection database, int from) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("UPDATE VERSION SET version = " + from + " WHERE version <> " + from);
      for (SchemaStep step : steps) {
        if (step.version() > from) {
          run(statement, step);
          statement.execute("UPDATE VERSION SET version = " + step.version());
        }
      }
    }
  }

  private static int differences(Set<String> found, Set<String> expected) {
    Set<String> all = new HashSet<>(found);
    all.addAll(expected);
    all.removeIf(line -> found.contains(line) && expected.contains(line));
    return all.size();
  }

  private Set<String> expected(int version) throws SQLException {
    try (Connection memory = H2.memory()) {
      create(memory, version);
      Set<String> lines = new HashSet<>();
      for (String line : script(memory)) {
        // A table in memory says so, and differs in nothing else.
        lines.add(line.replace("CREATE MEMORY TABLE", "CREATE CACHED TABLE"));
      }
      return lines;
    }
  }

  private static Set<String> script(Connection database) throws SQLException {
    Set<String> lines = new HashSet<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS")) {
      while (rows.next()) {
        String line = rows.getString(1);
        if (!line.startsWith("--")) {
          lines.add(SELECTIVITY.matcher(line).replaceAll(""));
        }
      }
    }
    return lines;
  }

  private static List<Integer> versions(Connection database) throws SQLException {
    List<Integer> versions = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version FROM VERSION LIMIT 2")) {
      while (rows.next()) {
        versions.add(rows.getInt(1));
      }
    }
    return versions;
  }
}
