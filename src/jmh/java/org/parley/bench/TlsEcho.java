package org.parley.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The JDK's TLS 1.3 with the group ffdhe2048 and a certificate on either side (ECDSA over P-256,
 * the fastest that it has), each pinned by the other. A full handshake for each connection, as
 * Parley makes one: no session is resumed, which {@link #handshakes} shows.
 */
final class TlsEcho implements AutoCloseable {
  private static final char[] PASSWORD = "benchmark".toCharArray();

  private final AtomicInteger handshakes = new AtomicInteger();
  private final SSLContext client;
  private final SSLServerSocket server;
  private final Thread thread = new Thread(this::serve, "bench-tls");

  TlsEcho(Path folder) throws Exception {
    // Read once, by the first handshake of the process.
    System.setProperty("jdk.tls.namedGroups", "ffdhe2048");
    KeyStore alice = keys(folder, "alice");
    KeyStore bob = keys(folder, "bob");
    client = context(alice, bob, "bob");
    SSLContext serverContext = context(bob, alice, "alice");
    server =
        (SSLServerSocket)
            serverContext
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    server.setEnabledProtocols(new String[] {"TLSv1.3"});
    server.setNeedClientAuth(true);
    thread.setDaemon(true);
    thread.start();
  }

  private static KeyStore keys(Path folder, String name) throws Exception {
    Path file = Files.createDirectories(folder).resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private SSLContext context(KeyStore own, KeyStore peer, String peerName) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD);
    X509Certificate pinned = (X509Certificate) peer.getCertificate(peerName);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(keys.getKeyManagers(), new TrustManager[] {new Pinned(pinned)}, null);
    return context;
  }

  /** A new connection, the text there and back. */
  void exchange(String text) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            client
                .getSocketFactory()
                .createSocket(server.getInetAddress(), server.getLocalPort())) {
      socket.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      Framed.echoed(socket, in, text.getBytes(StandardCharsets.UTF_8));
      socket.getSession().invalidate();
    }
  }

  /** Certificates that were looked at: two for each full handshake. */
  int handshakes() {
    return handshakes.get() / 2;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        Framed.send(socket, Framed.read(in));
        in.read(); // until the other side closes
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.close();
    thread.join();
  }

  private final class Pinned implements X509TrustManager {
    private final X509Certificate only;

    Pinned(X509Certificate only) {
      this.only = only;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      handshakes.incrementAndGet();
      if (!chain[0].equals(only)) {
        throw new CertificateException("not the certificate that is known");
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[] {only};
    }
  }
}
