package org.parley.bench;

/** The rows of the table, in its order, each with the ratio that it is to reach. */
enum Comparison {
  CONNECT_TO_ACK("connect-to-ack", 0.5, ConnectRow::new),
  BURST("burst", 0.5, BurstRow::new),
  VS_TLS("vs-tls", 2.0, TlsRow::new),
  APPEND("append", 0.5, AppendRow::new),
  APPEND_VS_SQLCIPHER("append-vs-sqlcipher", 1.0, SqlCipherRow::new),
  VERIFY("verify", 0.6, VerifyRow::new),
  SEARCH_VS_FTS5("search-vs-fts5", 1.0, SearchRow::new),
  SEARCH_GROWTH("search-growth", 0.9, SearchGrowthRow::new),
  CODEC("codec", 1.0, CodecRow::new),
  START("start", 0.5, StartRow::open);

  /** Prepares a row; {@code null} where this machine cannot run it. */
  interface Maker {
    @org.jspecify.annotations.Nullable
    Row open() throws Exception;
  }

  final String label;
  final double goal;
  final Maker maker;

  Comparison(String label, double goal, Maker maker) {
    this.label = label;
    this.goal = goal;
    this.maker = maker;
  }
}
