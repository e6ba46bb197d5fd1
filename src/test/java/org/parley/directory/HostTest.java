package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, IPV4, 127.0.0.1",
    "' 192.0.2.255 ', IPV4, 192.0.2.255",
    "255.255.255.254, IPV4, 255.255.255.254",
    "::1, IPV6, ::1",
    "[::1], IPV6, ::1",
    "2001:DB8:0:0:0:0:0:1, IPV6, 2001:db8::1",
    "2001:db8:0:0:1:0:0:1, IPV6, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, IPV6, 2001:db8:0:1:1:1:1:1",
    "2001:0db8::0001, IPV6, 2001:db8::1",
    "1::, IPV6, 1::",
    "1:2:3:4:5:6:7::, IPV6, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, IPV6, 0:2:3:4:5:6:7:8",
    "fe80::1, IPV6, fe80::1",
    "::ffff:192.0.2.1, IPV6, ::ffff:192.0.2.1",
    "::ffff:c000:201, IPV6, ::ffff:192.0.2.1",
    "64:ff9b::192.0.2.33, IPV6, 64:ff9b::c000:221",
    "1:2:3:4:5:6:1.2.3.4, IPV6, 1:2:3:4:5:6:102:304",
    "localhost, NAME, localhost",
    "Alice-PC.Example.ORG., NAME, alice-pc.example.org",
    "my_host, NAME, my_host",
    "4chan.org, NAME, 4chan.org",
    "1.2.3.4.example, NAME, 1.2.3.4.example",
    "münchen.example, NAME, xn--mnchen-3ya.example",
    "例え.テスト, NAME, xn--r8jz45g.xn--zckzah",
  })
  void a_host_has_one_text(String typed, Host.Kind kind, String text) {
    Host host = Host.parse(typed);
    assertThat(host).isNotNull();
    assertThat(host.kind()).isEqualTo(kind);
    assertThat(host.text()).isEqualTo(text);
    assertThat(Host.parse(host.text())).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "a..b",
        "-a",
        "a-",
        "a b",
        "a/b",
        "a@b",
        "a:b",
        "http://a",
        "user:pw@a",
        "1.2.3",
        "127.1",
        "1",
        "0x7f.0.0.1",
        "a.0x7f",
        "0x",
        "010.0.0.1",
        "1.2.3.256",
        "1.2.3.4.5",
        "1.2.3.",
        "1.2.3.-4",
        "+1.2.3.4",
        "１２７.0.0.1",
        "127。0。0。1",
        "0.0.0.0",
        "0.1.2.3",
        "224.0.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "::",
        "[]",
        "[::1",
        "::1]",
        "[1.2.3.4]",
        "[localhost]",
        ":::",
        "1:::2",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "g::",
        "fe80::1%eth0",
        "fe80::1%1",
        "ff02::1",
        "::ffff:0.0.0.0",
        "::1.2.3",
        "1.2.3.4::",
        "1:2:3:4:5:6:7:1.2.3.4",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        "-1::",
        "::+1"
      })
  void what_is_none_is_refused(String typed) {
    assertThat(Host.parse(typed)).isNull();
  }

  @Test
  void a_name_has_at_most_253_characters_and_63_in_a_label() {
    String label = "a".repeat(63);
    assertThat(Host.parse(label)).isNotNull();
    assertThat(Host.parse(label + "a")).isNull();
    String longest = (label + ".").repeat(3) + "a".repeat(61);
    assertThat(Host.parse(longest)).isNotNull();
    assertThat(Host.parse(longest + "a")).isNull();
    assertThat(Host.parse("a.".repeat(100_000))).isNull();
  }

  @Test
  void every_ipv6_text_means_the_same_address_to_java() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] address = new byte[16];
      for (int j = 0; j < 16; j += 2) {
        if (random.nextInt(3) > 0) {
          address[j] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
          address[j + 1] = (byte) random.nextInt(256);
        }
      }
      address[0] = 0x20;
      String java = InetAddress.getByAddress(address).getHostAddress();
      Host host = Host.parse(java);
      assertThat(host).as("seed " + seed).isNotNull();
      assertThat(InetAddress.getByName(host.text()).getAddress())
          .as("seed " + seed + " " + host)
          .isEqualTo(address);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:5000, 127.0.0.1:5000",
    "' [::1]:5000 ', [::1]:5000",
    "[2001:DB8::0:1]:1, [2001:db8::1]:1",
    "host:65535, host:65535",
    "Host.Example:05000, host.example:5000",
  })
  void an_endpoint_is_read_and_written(String typed, String text) {
    assertThat(Endpoint.parse(typed)).hasToString(text);
    assertThat(Endpoint.parse(text)).isEqualTo(Endpoint.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":5000",
        "host",
        "host:",
        "host:0",
        "host:65536",
        "host:-1",
        "host:+1",
        "host:5 0",
        "host: 5000",
        "host :5000",
        "::1:5000",
        "2001:db8::1:5000",
        "[::1]",
        "[::1]5000",
        "::1]:5000",
        "[::1%0]:5000",
        "host:٥٠٠٠",
        "host:1e3",
        "1.2.3:5000",
        "a:b:5000",
        "host:000005000"
      })
  void what_is_no_endpoint_is_refused(String typed) {
    assertThat(Endpoint.parse(typed)).isNull();
  }

  @Test
  void an_endpoint_out_of_range_is_a_bug() {
    Host host = Host.parse("host");
    assertThatThrownBy(() -> new Endpoint(host, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Endpoint(host, 65_536))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
