import type { ErrorCode } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';

export type SocketLimits = { connections: number; connectionsPerAccount: number };

/** The sockets that a transport holds open, within the limits of all and of one account. */
export class OpenSockets<Socket extends { principal: Principal }> {
  readonly #limits: SocketLimits;
  readonly #sockets = new Set<Socket>();
  readonly #perAccount = new Map<string, number>();

  constructor(limits: SocketLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#sockets.size;
  }

  [Symbol.iterator](): Iterator<Socket> {
    return this.#sockets.values();
  }

  /** `too_many` for a connection that would be one too many. */
  refuse({ accountId }: Principal): ErrorCode | null {
    const { connections, connectionsPerAccount } = this.#limits;
    const full = this.size >= connections || (this.#perAccount.get(accountId) ?? 0) >= connectionsPerAccount;
    return full ? 'too_many' : null;
  }

  add(socket: Socket): void {
    const { accountId } = socket.principal;
    this.#sockets.add(socket);
    this.#perAccount.set(accountId, (this.#perAccount.get(accountId) ?? 0) + 1);
  }

  delete(socket: Socket): void {
    const { accountId } = socket.principal;
    if (!this.#sockets.delete(socket)) return;
    const others = (this.#perAccount.get(accountId) ?? 1) - 1;
    if (others > 0) this.#perAccount.set(accountId, others);
    else this.#perAccount.delete(accountId);
  }
}
