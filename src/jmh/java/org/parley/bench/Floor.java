package org.parley.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.parley.journal.Entry;

/**
 * What a delivery cannot do without: a TCP connection and an echo over loopback, on each side two
 * exponentiations and one check of a public value, and on each side one synced commit of as many
 * bytes as the connection's rows have. No framing, no JSON, no proof of who is who, no sealing.
 */
final class Floor implements AutoCloseable {
  private final SecureRandom random = new SecureRandom();
  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final PlainTable ours;
  private final PlainTable theirs;
  private final Thread thread = new Thread(this::serve, "bench-floor");
  private volatile List<byte[]> rows = List.of();

  Floor(Path folder) throws IOException, SQLException {
    ours = new PlainTable(Files.createDirectories(folder.resolve("ours")));
    theirs = new PlainTable(Files.createDirectories(folder.resolve("theirs")));
    thread.setDaemon(true);
    thread.start();
  }

  /** The rows of each of these messages, as bytes. */
  static List<List<byte[]>> rows(List<Corpus.Message> messages) {
    List<List<byte[]>> all = new ArrayList<>();
    for (Corpus.Message message : messages) {
      List<Entry> entries = new ArrayList<>();
      ClassicRows.add(message, all.size(), entries);
      all.add(entries.stream().map(PlainTable::bytes).toList());
    }
    return all;
  }

  /** One exchange, with those rows on either side. */
  void exchange(String text, List<byte[]> rowsOfBoth) throws IOException, SQLException {
    rows = rowsOfBoth;
    try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      socket.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      BareGroup group = new BareGroup(random);
      socket.getOutputStream().write(group.publicValue());
      group.agree(in.readNBytes(BareGroup.SIZE));
      Framed.echoed(socket, in, text.getBytes(StandardCharsets.UTF_8));
      ours.append(rowsOfBoth);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] peer = in.readNBytes(BareGroup.SIZE);
        BareGroup group = new BareGroup(random);
        byte[] own = group.publicValue();
        group.agree(peer);
        socket.getOutputStream().write(own);
        byte[] text = Framed.read(in);
        theirs.append(rows);
        Framed.send(socket, text);
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() throws IOException, SQLException, InterruptedException {
    server.close();
    thread.join();
    ours.close();
    theirs.close();
  }
}
