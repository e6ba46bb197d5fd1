/**
 * The classic protocol's handshake and secured channel as two state machines: events in, PDUs out.
 *
 * <p>Pure: no socket, no thread, no clock. A driver feeds one {@link
 * org.parley.session.SessionMachine} with what happens and does what each {@link
 * org.parley.session.Reaction} says.
 *
 * <pre>
 *  INITIATOR                                            RESPONDER
 *  NEW                                                  NEW
 *   | start                                              | start
 *   |-- 1 dh_1 (plain) ------------------------------>  AWAIT_DH_1         5 s
 *  AWAIT_DH_2    10 s                                   NAMED              may be made to wait
 *   |                                                    | resume
 *   |  <----------------------------- 2 dh_2 (plain) ----|
 *   |-- 3 hello ------------------------------------->  AWAIT_HELLO       10 s
 *  AWAIT_CHALL   10 s                                    |
 *   |  <------------------------------------- 4 chall ---|  wrong tag: plain nack
 *   |-- 5 resp -------------------------------------->  AWAIT_RESP        10 s
 *  AWAIT_ACK     10 s                                    |
 *   |  <------------------------------- 6 ack or nack ---|
 *   |-- 7 chall ------------------------------------->  AWAIT_CHALL       10 s
 *  AWAIT_RESP    10 s                                    |
 *   |  <-------------------------------------- 8 resp ---|
 *   |-- 9 ack or nack ------------------------------->  AWAIT_ACK         10 s
 *  AUTHENTICATED                                         |
 *   | resume; a check ends here                         AWAIT_TEXT        10 s
 *   |-- 10 text ------------------------------------->  OFFERED            the driver stores it
 *  AWAIT_ANSWER  25 s                                    | answered
 *   |  <------------------------------ 11 ack or nack ---|
 *   |-- 12 close ------------------------------------>  AWAIT_CLOSE       10 s
 *  ENDED                                                ENDED
 * </pre>
 *
 * <p>Steps 1 to 9 together have 30 s, without the time that the driver makes the peer wait in
 * NAMED. From every state a PDU that is not expected or fails a check, a nack, the deadline and the
 * end of the stream lead to ENDED; a PDU outside the window leads nowhere, the eighth to ENDED.
 * While it waits for {@code text} the responder says why, by an authenticated nack; in AWAIT_DH_1 a
 * responder that ignored a {@code dh_1} for its window sends a plain one at its deadline.
 *
 * <p>What each PDU must pass, in this order, is {@link org.parley.session.Check}.
 */
package org.parley.session;
