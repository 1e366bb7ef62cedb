import type { Connection } from '@hocuspocus/server';
import { may, type Role } from '@concertation/shared/access';
import { closeCodes, type CloseReason, type ServerMessage } from '@concertation/shared/contracts';
import type { DocumentKind, DocumentName } from '@concertation/shared/domain';
import type { JournalState } from '../../documents/index.ts';
import { newId } from '../../lib/index.ts';
import type { ClientSocket } from '../clients/client-socket.ts';
import { acknowledgement } from '../clients/frames.ts';

export type ChannelRole = Extract<ServerMessage, { type: 'role' }>['role'];

/** What the roles held on a document's entity allow on its channel; null: not even to read. */
export function channelRole(kind: DocumentKind, roles: readonly Role[]): ChannelRole | null {
  if (may(`${kind}.write`, roles)) return 'writer';
  return may(`${kind}.read`, roles) ? 'reader' : null;
}

const repeatEveryMs = 1_000;

/** One document opened on one socket: by whom, with which role. The role can change while it lives. */
export class Channel {
  /** Names the connection in the journal and in the audit. */
  readonly id = newId();
  readonly name: DocumentName;
  readonly kind: DocumentKind;
  readonly entityId: string;
  readonly socket: ClientSocket;
  role: ChannelRole;
  /** Yjs client ids that it announced, all of its own account. */
  readonly clients = new Set<number>();
  /** Updates of this channel that were applied. */
  updates = 0;
  closedBecause: CloseReason | null = null;
  /** False from the client's question of synchronisation to its answer, which holds all it has that the server has not. */
  answered = false;
  /** Updates put off until that answer, and acknowledged with it. */
  owed = 0;
  /** True once an update was refused for a while: the client must be asked for it again. */
  behind = false;
  #connection: Connection | null = null;
  readonly #toldAt = new Map<string, number>();

  constructor(name: DocumentName, kind: DocumentKind, entityId: string, socket: ClientSocket, role: ChannelRole) {
    this.name = name;
    this.kind = kind;
    this.entityId = entityId;
    this.socket = socket;
    this.role = role;
  }

  get isOpen(): boolean {
    return this.#connection !== null;
  }

  /** Binds it to Hocuspocus's connection, once there is one. */
  open(connection: Connection): void {
    this.#connection = connection;
    connection.onClose(() => this.socket.shut(connection.messageAddress));
    if (this.closedBecause) this.close(this.closedBecause);
  }

  tell(message: ServerMessage): void {
    this.#connection?.sendStateless(JSON.stringify(message));
  }

  /** Tells, at most once a second for each key. Returns true when it was told. */
  tellSparingly(key: string, message: ServerMessage): boolean {
    const now = Date.now();
    if (now - (this.#toldAt.get(key) ?? 0) < repeatEveryMs) return false;
    this.#toldAt.set(key, now);
    this.tell(message);
    return true;
  }

  /** Asks again for what was refused for a while: told that storage works, the client sends all that is missing. */
  catchUp(state: JournalState): void {
    this.behind = false;
    if (!this.tellSparingly('catch up', { type: 'refused', code: 'storage_unavailable' })) return;
    this.tell({ type: 'storage', state });
  }

  /** Puts an update off until the answer of synchronisation, which brings what it builds on. */
  putOff(connection: Connection): void {
    this.owed += 1;
    this.socket.withholdRefusal(connection.messageAddress);
  }

  /** Acknowledges what the answer of synchronisation brought of what had been put off. */
  payOwed(connection: Connection): void {
    for (; this.answered && this.owed > 0; this.owed -= 1) connection.send(acknowledgement(connection.messageAddress));
  }

  /** Gives the role decided again; null closes the channel. */
  decide(role: ChannelRole | null): void {
    if (role === null) return this.close('access_withdrawn');
    if (role === this.role) return;
    this.role = role;
    this.tell({ type: 'role', role, reason: role === 'writer' ? 'granted' : 'withdrawn' });
  }

  /** The document is sealed: it is only read from now on. */
  seal(): void {
    this.role = 'reader';
    this.tell({ type: 'role', role: 'reader', reason: 'sealed' });
  }

  /** Closes this document on this socket, saying why. What is still to come of it is applied nowhere. */
  close(reason: CloseReason): void {
    this.closedBecause ??= reason;
    this.#connection?.close({ code: closeCodes[reason], reason });
  }
}
