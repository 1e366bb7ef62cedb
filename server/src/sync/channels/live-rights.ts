import { parseDocumentName, type DocumentName } from '@concertation/shared/domain';
import { rolesOfAll } from '../../access/index.ts';
import type { Sessions } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { readDocument } from '../../documents/index.ts';
import type { Logger } from '../../lib/index.ts';
import { type Due, RightsWatch } from '../../sockets/index.ts';
import type { ClientSocket } from '../clients/client-socket.ts';
import { channelRole } from './channel.ts';
import type { OpenDocuments } from './open-documents.ts';

export type LiveRightsOptions = {
  database: Database;
  sessions: Pick<Sessions, 'openAmong' | 'touch'>;
  documents: OpenDocuments;
  sockets: Iterable<ClientSocket>;
  log: Logger;
};

const sessionOf = ({ principal }: ClientSocket): string => principal.sessionId;

/** Keeps every live channel within the rights and the session of whoever holds it (rules SYNC-13 to SYNC-15). */
export class LiveRights {
  readonly #options: LiveRightsOptions;
  readonly #watch: RightsWatch;

  constructor(options: LiveRightsOptions) {
    this.#options = options;
    const sockets = () => [...options.sockets];
    this.#watch = new RightsWatch({
      ...options,
      held: () => sockets().map(sessionOf),
      usedSince: (instant) =>
        sockets()
          .filter((socket) => socket.usedSince(instant))
          .map(sessionOf),
      endSession: (sessionId, why) => {
        const reason = why === 'locked' ? 'screen_locked' : 'session_ended';
        for (const socket of sockets()) if (sessionOf(socket) === sessionId) socket.end(reason);
      },
      decide: (due) => this.#decide(due),
    });
  }

  async start(): Promise<void> {
    await this.#watch.start();
    await this.#options.database.listen('document_sealed', (name) => void this.#sealed(name));
  }

  stop(): Promise<void> {
    return this.#watch.stop();
  }

  async #decide(due: Due): Promise<void> {
    const { database, documents } = this.#options;
    const channels = documents.channels().filter((channel) => due === 'everybody' || due.has(channel.name));
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
}
