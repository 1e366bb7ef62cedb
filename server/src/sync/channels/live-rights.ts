import { parseDocumentName, type DocumentName } from '@concertation/shared/domain';
import { rolesOfAll } from '../../access/index.ts';
import type { Sessions } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { readDocument } from '../../documents/index.ts';
import { pause, type Logger } from '../../lib/index.ts';
import type { ClientSocket } from '../sockets/client-socket.ts';
import { type Channel, channelRole } from './channel.ts';
import type { OpenDocuments } from './open-documents.ts';

export type LiveRightsOptions = {
  database: Database;
  sessions: Pick<Sessions, 'openAmong' | 'touch'>;
  documents: OpenDocuments;
  sockets: ReadonlySet<ClientSocket>;
  log: Logger;
};

/** Whom to decide again: the channels of these documents, or everybody. */
type Due = Set<string> | 'everybody';

/** Everything is decided again this often, in case a notification was missed: a withdrawal takes effect within 5 s. */
const sweepEveryMs = 3_000;
const touchEveryMs = 60_000;
const retryMs = 500;

/** Keeps every live channel within the rights and the session of whoever holds it (rules SYNC-13 to SYNC-15). */
export class LiveRights {
  readonly #options: LiveRightsOptions;
  readonly #stopped = new AbortController();
  #due: Due = new Set();
  #deciding: Promise<void> | null = null;
  #sweep: Promise<void> = Promise.resolve();
  #touchedAt = Date.now();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: LiveRightsOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { database } = this.#options;
    await database.listen('access_changed', (subject) => this.#decideAgain(subject));
    await database.listen('session_ended', (sessionId) =>
      sessionId ? this.#endSession(sessionId) : this.#sweepSoon(),
    );
    await database.listen('document_sealed', (name) => void this.#sealed(name));
    this.#timer = setInterval(() => this.#sweepSoon(), sweepEveryMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#stopped.abort();
    await Promise.all([this.#deciding, this.#sweep]);
  }

  #decideAgain(subject: string | null): void {
    // A board lends its roles to whatever was presented to it: anything may have changed. Null: anything was missed.
    this.#addDue(subject === null || subject.startsWith('board:') ? 'everybody' : new Set([subject]));
    this.#deciding ??= this.#decide().finally(() => (this.#deciding = null));
  }

  #addDue(due: Due): void {
    this.#due = due === 'everybody' || this.#due === 'everybody' ? 'everybody' : new Set([...this.#due, ...due]);
  }

  /** Until nothing is due: a withdrawal is never forgotten because the database did not answer. */
  async #decide(): Promise<void> {
    while (!this.#stopped.signal.aborted && (this.#due === 'everybody' || this.#due.size > 0)) {
      const due = this.#due;
      this.#due = new Set();
      try {
        await this.#decideOn(
          this.#options.documents.channels().filter((channel) => due === 'everybody' || due.has(channel.name)),
        );
      } catch (error) {
        this.#options.log.error({ err: error }, 'rights of live channels could not be read, will be retried');
        this.#addDue(due);
        await pause(retryMs, this.#stopped.signal);
      }
    }
  }

  async #decideOn(channels: readonly Channel[]): Promise<void> {
    const { database, documents } = this.#options;
    const holdings = channels.map(({ kind, entityId, socket }) => ({
      accountId: socket.principal.accountId,
      subject: { kind, id: entityId },
    }));
    const roles = await rolesOfAll(database.db, holdings);
    channels.forEach((channel, index) => {
      const role = channelRole(channel.kind, roles[index] ?? []);
      channel.decide(role === 'writer' && documents.get(channel.name)?.sealed ? 'reader' : role);
    });
  }

  #endSession(sessionId: string): void {
    for (const socket of this.#options.sockets)
      if (socket.principal.sessionId === sessionId) socket.end('session_ended');
  }

  async #sealed(name: string | null): Promise<void> {
    const { database, documents, log } = this.#options;
    for (const open of name ? [documents.get(name)] : documents.all()) {
      if (!open || open.sealed) continue;
      try {
        open.sealed = name !== null || (await readDocument(database.db, open.name))?.sealed === true;
      } catch (error) {
        log.error({ err: error, document: open.name }, 'seal could not be read');
      }
      if (open.sealed) for (const channel of open.channels) channel.seal();
    }
    if (name && parseDocumentName(name)) documents.stopSealing(name as DocumentName);
  }

  #sweepSoon(): void {
    this.#sweep = this.#sweep.then(() => this.#sweepNow());
  }

  async #sweepNow(): Promise<void> {
    const { sessions, sockets, log } = this.#options;
    try {
      const asked = [...sockets];
      const open = await sessions.openAmong([...new Set(asked.map(({ principal }) => principal.sessionId))]);
      for (const socket of asked) if (!open.has(socket.principal.sessionId)) socket.end('session_ended');
      await this.#touchSessions();
      this.#decideAgain(null);
    } catch (error) {
      log.warn({ err: error }, 'live channels could not be checked, will be at the next round');
    }
  }

  /** Writing is use of a session, though it makes no request. */
  async #touchSessions(): Promise<void> {
    const since = this.#touchedAt;
    if (Date.now() - since < touchEveryMs) return;
    this.#touchedAt = Date.now();
    const used = [...this.#options.sockets].filter((socket) => socket.usedSince(since));
    for (const sessionId of new Set(used.map(({ principal }) => principal.sessionId)))
      await this.#options.sessions.touch(sessionId);
  }
}
