/**
 * Counts what the server has acknowledged as durable, exactly. The provider's own `unsyncedChanges` will not do: it
 * starts again at one on each connection and counts any acknowledgement against any edit, so that it reaches zero too
 * early after a reconnection. Here each frame sent remembers which edits it carries, and frames are acknowledged in
 * the order in which they left.
 */
export class Acknowledgements {
  #edits = 0;
  #durable = 0;
  #handshaken = false;
  #inFlight: number[] = [];

  /** Something was typed here, connected or not. */
  edited(): void {
    this.#edits += 1;
  }

  /** This connection's answer to the server's state left: it carries everything typed so far. */
  handshake(): void {
    this.#handshaken = true;
    this.#inFlight.push(this.#edits);
  }

  /** One update left. Before the handshake it says nothing of what was typed while there was no connection. */
  sent(): void {
    this.#inFlight.push(this.#handshaken ? this.#edits : 0);
  }

  /**
   * The server answered a frame: durable, or refused. A refusal leaves at once while acknowledgements wait for their
   * commit, so it may overtake them, and what follows it may build on it: nothing in flight is counted any more, until
   * another handshake carries everything again.
   */
  answered(accepted: boolean): void {
    const carried = this.#inFlight.shift();
    if (accepted) this.#durable = Math.max(this.#durable, carried ?? 0);
    else {
      this.#handshaken = false;
      this.#inFlight.fill(0);
    }
  }

  /** What was in flight will not be answered; the next handshake carries it again. */
  disconnected(): void {
    this.#handshaken = false;
    this.#inFlight = [];
  }

  /** Something typed here is not known to be durable. */
  get pending(): boolean {
    return this.#edits > this.#durable;
  }
}
