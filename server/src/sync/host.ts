import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hocuspocus } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import { type ServerMessage, syncPath } from '@concertation/shared/contracts';
import type { DocumentName } from '@concertation/shared/domain';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Sessions } from '../auth/index.ts';
import type { Configuration } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { Journal, LiveDocuments } from '../documents/index.ts';
import type { Logger } from '../lib/index.ts';
import type { LiveAttendance } from '../meetings/index.ts';
import { OpenSockets, type Upgrades } from '../sockets/index.ts';
import { LiveRights } from './channels/live-rights.ts';
import { OpenDocuments } from './channels/open-documents.ts';
import type { SyncContext } from './channels/sync-context.ts';
import { authenticate } from './extensions/authenticate.ts';
import { createGuard } from './extensions/guard.ts';
import { lifecycle } from './extensions/lifecycle.ts';
import { persistence } from './extensions/persistence.ts';
import { presence } from './extensions/presence.ts';
import { createLiveDocuments } from './live.ts';
import { AuditTrail } from './records/audit-trail.ts';
import { Folder } from './records/folder.ts';
import { type OutlineOptions, Outlines } from './records/outlines.ts';
import { ClientSocket } from './clients/client-socket.ts';

export type SyncOptions = {
  configuration: Configuration;
  log: Logger;
  database: Database;
  audit: Audit;
  sessions: Pick<Sessions, 'principalOf' | 'openAmong' | 'touch'>;
  journal: Journal;
  /** The patient behind a document, for the audit; null for a meeting. */
  patientOfDocument: (name: DocumentName) => Promise<string | null>;
  /** Told of who opens the document of a meeting, and of who closes it. */
  attendance: Pick<LiveAttendance, 'opened' | 'closed'>;
  screensShowing: OutlineOptions['screensShowing'];
};

/** How long an orderly stop waits for a database that is away; what is given up then was never acknowledged. */
const stopWithinMs = 10_000;
const closeWithinMs = 1_000;
/** A frame above the limit of messages is refused with words; one this many times above closes the socket. */
const payloadPerMessage = 4;

/** Hocuspocus on the product's own HTTP server, journal, rights and sessions. Constructed once, by `context`. */
export class SyncHost {
  readonly live: LiveDocuments;
  readonly #options: SyncOptions;
  readonly #hocuspocus: Hocuspocus<SyncContext>;
  readonly #documents = new OpenDocuments();
  readonly #sockets: OpenSockets<ClientSocket>;
  readonly #rights: LiveRights;
  readonly #folder: Folder;
  readonly #outlines: Outlines;
  readonly #trail: AuditTrail;
  #stopTaking: () => void = () => undefined;

  constructor(options: SyncOptions) {
    this.#options = options;
    const { configuration, database, journal, log } = options;
    const documents = this.#documents;
    this.#sockets = new OpenSockets(configuration.sync);
    this.#folder = new Folder({ database, journal, log });
    this.#outlines = new Outlines(options);
    this.#trail = new AuditTrail(options);
    this.#rights = new LiveRights({ ...options, documents, sockets: this.#sockets });
    const guard = createGuard({
      documents,
      journal,
      limits: configuration.sync,
      refused: (channel, code) => this.#trail.refused(channel, code),
    });
    this.#hocuspocus = new Hocuspocus<SyncContext>({
      quiet: true,
      maxUnauthenticatedQueueSize: configuration.sync.messageBytes,
      maxPendingDocuments: 32,
      extensions: [
        {
          ...authenticate({ database, audit: options.audit, log }),
          ...persistence({ database, journal, documents, folder: this.#folder, outlines: this.#outlines, log }),
          ...presence(documents),
          ...lifecycle({ documents, journal, guard, audit: this.#trail, attendance: options.attendance }),
        },
      ],
    });
    this.live = createLiveDocuments({ hocuspocus: this.#hocuspocus, journal, documents, database, log });
  }

  /** Listens to the other processes, and takes the sockets of its path. */
  async start(upgrades: Upgrades): Promise<void> {
    const { configuration, database, journal } = this.#options;
    await this.#rights.start();
    await database.listen('facts_changed', (name) => this.#tellDocument(name, { type: 'facts' }));
    journal.onState((state) => this.#tellDocument(null, { type: 'storage', state }));
    this.#stopTaking = upgrades.take(syncPath, {
      maxPayload: configuration.sync.messageBytes * payloadPerMessage,
      refuse: (principal) => this.#sockets.refuse(principal),
      open: (webSocket, request, principal) => this.#open(webSocket, request, principal),
    });
  }

  /** Tells everybody on a document; on all of them for null. */
  #tellDocument(name: string | null, message: ServerMessage): void {
    for (const open of name === null ? this.#documents.all() : [this.#documents.get(name)])
      open?.document.broadcastStateless(JSON.stringify(message));
  }

  #open(webSocket: WebSocket, request: IncomingMessage, principal: Principal): void {
    const { configuration, journal } = this.#options;
    const socket = new ClientSocket(webSocket, principal, journal, configuration.sync);
    this.#sockets.add(socket);
    webSocket.on('close', () => this.#sockets.delete(socket));
    // Hocuspocus gets no header: the cookie is nobody's business past the upgrade.
    const url = new URL(request.url ?? '/', 'http://localhost');
    socket.receive(this.#hocuspocus.handleConnection(socket, new Request(url), { socket }));
  }

  /** Takes nobody and nothing more, makes what was taken durable and acknowledges it, then closes every socket. */
  async stop(): Promise<void> {
    const { journal, log } = this.#options;
    this.#stopTaking();
    for (const socket of this.#sockets) socket.stopReading();
    await this.#rights.stop();
    const givenUp = await journal.close(stopWithinMs);
    if (givenUp > 0)
      log.error({ updates: givenUp }, 'stopped before the database came back: these updates were never acknowledged');
    await this.#closeSockets();
    if (givenUp === 0) await this.#folder.idle();
    await this.#outlines.close(closeWithinMs);
    for (const { document } of this.#documents.all()) document.destroy();
    await this.#trail.close(givenUp > 0 ? 0 : stopWithinMs);
  }

  async #closeSockets(): Promise<void> {
    for (const socket of this.#sockets) socket.end('server_stopping');
    for (let waited = 0; this.#sockets.size > 0 && waited < closeWithinMs; waited += 10) await sleep(10);
    for (const socket of this.#sockets) socket.terminate();
    while (this.#sockets.size > 0) await sleep(1);
  }
}
