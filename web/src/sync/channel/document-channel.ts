import { type Person, type PresenceUser, serverMessage, type ServerMessage } from '@concertation/shared/contracts';
import { type DocumentKind, type DocumentName, parseDocumentName } from '@concertation/shared/domain';
import * as Y from 'yjs';
import type { DraftPart, DraftStore, Refusal } from '../drafts/draft-store.ts';
import { type KeptText, keptTextOf } from '../drafts/kept-text.ts';
import { closingOf } from './closing.ts';
import type { DocumentHandle, Withdrawal } from './document-handle.ts';
import { DocumentLife } from './document-life.ts';
import { peopleOf, samePeople } from './presence.ts';
import { saveStateOf } from './save-state.ts';
import type { SyncSocket } from './socket.ts';

export type ChannelNeeds = { account: Person; socket: SyncSocket; store: DraftStore; tab: string };

/** The server gives its reason just before or just after the refusal itself. */
const reasonDelay = 300;
/** A downgrade leaves this long to the answers that are still on their way. */
const downgradeDelay = 2000;
/** Without a reason, and without a word that all is well again, everything is sent again after this long. */
const resendDelay = 5000;
/** Spread, and longer each time: a server in trouble is not asked by everybody at once. */
const retryDelay = (retries: number) => Math.min(30_000, 1000 * 2 ** retries) * (1 + Math.random());

/** One open document for as long as a screen needs it: its state of saving, who is there, what to do when it is refused. */
export class DocumentChannel {
  readonly name: DocumentName;
  readonly #needs: ChannelNeeds;
  readonly #kind: DocumentKind;
  #life: DocumentLife;
  #role: 'writer' | 'reader' | null = null;
  #storage: 'ok' | 'waiting' | 'full' = 'ok';
  #withdrawn: Withdrawal | null = null;
  #kept: KeptText | null = null;
  #aside: DraftPart[] = [];
  #full = false;
  /** The server refused something that it may take later: all that is missing must be sent again. */
  #owes = false;
  #retries = 0;
  #people: PresenceUser[] = [];
  #handle: DocumentHandle;
  #listeners = new Set<() => void>();
  #factsListeners = new Set<() => void>();
  #timers = new Set<ReturnType<typeof setTimeout>>();
  #begun = false;
  #publishing = false;
  #unlisten: () => void;

  constructor(name: DocumentName, needs: ChannelNeeds) {
    this.name = name;
    this.#needs = needs;
    this.#kind = parseDocumentName(name)?.kind as DocumentKind;
    this.#life = this.#newLife();
    this.#handle = this.#makeHandle();
    this.#unlisten = needs.socket.listen({
      status: () => needs.socket.signedOut && this.#withdraw('signed_out'),
      closed: (code) =>
        closingOf(code === 1009 ? 'too_large' : '') === 'start_afresh' && this.pending && this.#startAfresh('refused'),
    });
  }

  /** Opens the channel once, when a screen really holds it. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    if (this.#needs.socket.signedOut) return this.#withdraw('signed_out');
    const life = this.#life;
    void life.begin().then((refused) => {
      if (refused.length > 0 && life === this.#life) this.#showRefused(refused);
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  handle = (): DocumentHandle => this.#handle;

  /** Something typed here is not acknowledged and may still be. */
  get pending(): boolean {
    return this.#withdrawn !== 'withdrawn' && this.#life.pending;
  }

  /** Leaving the page now would lose something. */
  get atRisk(): boolean {
    return this.#life.pending && !this.#life.keeper.flushed;
  }

  /** The server closed it for good: the next opening needs another connection. */
  get closed(): boolean {
    return this.#withdrawn === 'withdrawn' || this.#withdrawn === 'signed_out';
  }

  flush(): void {
    this.#life.keeper.flush();
  }

  end(): void {
    this.#unlisten();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#life.end();
  }

  #newLife(): DocumentLife {
    const { account, socket, store, tab } = this.#needs;
    // What an ended life still has to say concerns nobody.
    const current =
      <Values extends unknown[]>(react: (...values: Values) => void) =>
      (...values: Values) => {
        if (life === this.#life && !this.closed) react(...values);
      };
    const life: DocumentLife = new DocumentLife(this.name, {
      account: account.accountId,
      socket,
      store,
      tab,
      events: {
        changed: () => this.#changed(),
        authenticated: current((scope) => {
          this.#retries = 0;
          this.#setRole(scope);
        }),
        stateless: current((payload) => this.#hear(payload)),
        closed: current((reason) => this.#closed(reason)),
        refused: current(() => this.#later(() => this.#refused(), reasonDelay)),
      },
    });
    life.awareness.on('change', () => this.#changed());
    return life;
  }

  #hear(payload: string): void {
    let message: ServerMessage;
    try {
      message = serverMessage.parse(JSON.parse(payload));
    } catch {
      return;
    }
    if (message.type === 'facts') for (const listener of this.#factsListeners) listener();
    else if (message.type === 'role') {
      if (message.reason === 'sealed') this.#withdrawn = 'sealed';
      else if (this.#withdrawn === 'sealed') this.#withdrawn = null;
      this.#setRole(message.role);
      // What was refused meanwhile may now be taken (SYNC-21).
      if (message.role === 'writer' && this.#life.pending) this.#life.resend();
    } else if (message.type === 'storage') this.#setStorage(message.state);
    else if (message.code === 'storage_unavailable') this.#owes = true;
    else {
      this.#full ||= message.code === 'document_full';
      this.#startAfresh('refused');
    }
  }

  #setRole(role: 'writer' | 'reader'): void {
    this.#role = role;
    if (role === 'reader' && this.#life.pending)
      this.#later(() => this.#role === 'reader' && this.#refused(), downgradeDelay);
    this.#changed();
  }

  #setStorage(state: 'ok' | 'waiting' | 'full'): void {
    this.#storage = state;
    if (state !== 'full') this.#resend();
    this.#changed();
  }

  /** An edit was not accepted: for good when one only reads here, perhaps for a moment otherwise. */
  #refused(): void {
    if (!this.#life.pending || this.closed) return;
    if (this.#role === 'reader') return this.#startAfresh(this.#withdrawn === 'sealed' ? 'sealed' : 'read_only');
    this.#owes = true;
    this.#later(() => this.#resend(), resendDelay);
  }

  #resend(): void {
    if (!this.#owes) return;
    this.#owes = false;
    this.#life.resend();
  }

  #closed(reason: string): void {
    const closing = closingOf(reason);
    if (closing === 'withdraw') this.#withdraw('withdrawn');
    else if (closing === 'sign_out') this.#withdraw('signed_out');
    else if (closing === 'retry') this.#later(() => this.#comeBack(), retryDelay(this.#retries++));
    else {
      if (reason === 'report_sealed') this.#withdrawn = 'sealed';
      this.#full ||= reason === 'document_full';
      this.#startAfresh(reason === 'report_sealed' ? 'sealed' : 'refused');
    }
    this.#changed();
  }

  /** Nothing more goes out; what its writer had typed stays readable for them. */
  #withdraw(why: 'withdrawn' | 'signed_out'): void {
    if (this.closed) return;
    this.#withdrawn = why;
    this.#life.silence();
    if (why === 'withdrawn' && this.#life.pending)
      this.#kept = keptTextOf(this.#life.document, this.#kind, this.#life.keeper.roots, 'withdrawn') ?? this.#kept;
    this.#life.keeper.hurry(true);
    this.#changed();
  }

  /** Puts aside what was refused, for its writer, and opens the document again as the server has it. */
  #startAfresh(reason: Refusal): void {
    const old = this.#life;
    if (old.pending) {
      this.#kept = keptTextOf(old.document, this.#kind, old.keeper.roots, reason) ?? this.#kept;
      void old.keeper.putAside(reason).then((part) => this.#aside.push(part));
    }
    old.silence();
    this.#life = this.#newLife();
    this.#owes = false;
    old.end();
    this.#comeBack();
    this.#changed();
  }

  #comeBack(): void {
    if (this.closed) return;
    this.#needs.socket.reconnect();
    this.#life.attach();
  }

  #showRefused(parts: DraftPart[]): void {
    this.#aside.push(...parts);
    const document = new Y.Doc();
    for (const part of parts) Y.applyUpdate(document, part.update);
    const reason = parts.at(-1)?.fate as Refusal;
    this.#kept ??= keptTextOf(document, this.#kind, new Set(parts.flatMap((part) => part.roots)), reason);
    this.#changed();
  }

  async #forgetKept(): Promise<void> {
    const { account, store } = this.#needs;
    if (this.#withdrawn === 'withdrawn') await store.removeAll({ account: account.accountId, document: this.name });
    else await store.remove(this.#aside.splice(0));
    this.#kept = null;
    this.#changed();
  }

  #later(step: () => void, delay: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      step();
    }, delay);
    this.#timers.add(timer);
  }

  /** Several changes of one turn make one new handle. */
  #changed(): void {
    if (this.#publishing) return;
    this.#publishing = true;
    queueMicrotask(() => {
      this.#publishing = false;
      this.#handle = this.#makeHandle();
      for (const listener of this.#listeners) listener();
    });
  }

  #makeHandle(): DocumentHandle {
    const life = this.#life;
    const { account, socket } = this.#needs;
    const people = peopleOf(life.awareness.getStates().values(), account);
    if (!samePeople(people, this.#people)) this.#people = people;
    const synced = life.everSynced || life.adopted;
    const role = this.#role ?? (life.adopted ? 'writer' : 'reader');
    return {
      name: this.name,
      document: life.document,
      awareness: life.awareness,
      synced,
      role,
      editable: synced && role === 'writer' && !this.#withdrawn && !this.#full && this.#storage !== 'full',
      saveState: saveStateOf({
        closed: this.closed,
        connected: socket.connected,
        firstAttempt: socket.firstAttempt,
        synced: life.synced,
        writer: role === 'writer' && !this.#full,
        pending: life.pending,
        kept: life.keeper.works,
        storage: this.#storage,
      }),
      people: this.#people,
      me: account,
      onFacts: this.#onFacts,
      withdrawn: this.#withdrawn,
      kept: this.#kept,
      forgetKept: this.#forget,
    };
  }

  #onFacts = (callback: () => void): (() => void) => {
    this.#factsListeners.add(callback);
    return () => this.#factsListeners.delete(callback);
  };

  #forget = (): Promise<void> => this.#forgetKept();
}
