package org.parley.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command takes, anywhere after its name. */
final class GlobalOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      descriptionKey = "cli.option.data")
  @Nullable Path data;

  @Option(
      names = "--directory",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      descriptionKey = "cli.option.directory")
  @Nullable Path directory;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      converter = NameConverter.class,
      descriptionKey = "cli.option.user")
  @Nullable PeerName user;

  @Option(
      names = "--port",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      converter = PortConverter.class,
      descriptionKey = "cli.option.port")
  @Nullable Integer port;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      descriptionKey = "cli.option.password-file")
  @Nullable Path passwordFile;

  @Option(
      names = "--directory-password-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      descriptionKey = "cli.option.directory-password-file")
  @Nullable Path directoryPasswordFile;
}
