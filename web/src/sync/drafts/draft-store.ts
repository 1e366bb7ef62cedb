import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Why a text was not taken: its report was sealed, its writer only reads now, or it could not be accepted. */
export type Refusal = 'sealed' | 'read_only' | 'refused';

/** One part of what a tab keeps of a document: first a whole state, then the updates that followed it. */
export type DraftPart = {
  account: string;
  document: string;
  /** The page that wrote it; a reload is another page. */
  tab: string;
  part: number;
  update: Uint8Array;
  /** The document's roots that were written in, to show its writer no more than what they wrote. */
  roots: string[];
  /** `send` on the next opening; otherwise why the server did not take it: shown to its writer, never sent again. */
  fate: 'send' | Refusal;
  keptAt: string;
};

interface DraftsSchema extends DBSchema {
  parts: { key: [string, string, string, number]; value: DraftPart };
}

/** Where a document's drafts stand: everything of this account, or one tab's. */
export type DraftPlace = { account: string; document: string; tab?: string };

/** What is kept on this computer, and only while it must be. Every method rejects when the browser refuses storage. */
export type DraftStore = {
  read: (place: DraftPlace) => Promise<DraftPart[]>;
  /** The documents of which this account still has something to send. */
  waiting: (account: string) => Promise<string[]>;
  /** Adds parts, in one transaction; `replace` first removes what that tab had. */
  write: (parts: DraftPart[], options?: { replace: boolean }) => Promise<void>;
  /** Removes exactly these parts: another tab may have added its own since. */
  remove: (parts: Pick<DraftPart, 'account' | 'document' | 'tab' | 'part'>[]) => Promise<void>;
  removeAll: (place: DraftPlace) => Promise<void>;
};

const databaseName = 'concertation-drafts';

function rangeOf({ account, document, tab }: DraftPlace): IDBKeyRange {
  // An array sorts after every string and number: it closes the range.
  return tab === undefined
    ? IDBKeyRange.bound([account, document], [account, document, []])
    : IDBKeyRange.bound([account, document, tab], [account, document, tab, []]);
}

/** Opens the drafts of this browser in IndexedDB, at their first use. */
export function openDraftStore(): DraftStore {
  let opening: Promise<IDBPDatabase<DraftsSchema>> | undefined;
  const database = () => {
    opening ??= openDB<DraftsSchema>(databaseName, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('parts', { keyPath: ['account', 'document', 'tab', 'part'] });
      },
      // Without a connection the next use opens another one.
      terminated: () => (opening = undefined),
    });
    opening.catch(() => (opening = undefined));
    return opening;
  };
  return {
    waiting: async (account) => {
      const parts = await (await database()).getAll('parts', IDBKeyRange.bound([account], [account, []]));
      return [...new Set(parts.filter(({ fate }) => fate === 'send').map(({ document }) => document))];
    },
    read: async (place) => (await database()).getAll('parts', rangeOf(place)),
    write: async (parts, { replace } = { replace: false }) => {
      const transaction = (await database()).transaction('parts', 'readwrite', { durability: 'strict' });
      const [first] = parts;
      if (replace && first) void transaction.store.delete(rangeOf(first));
      for (const part of parts) void transaction.store.put(part);
      await transaction.done;
    },
    remove: async (parts) => {
      const transaction = (await database()).transaction('parts', 'readwrite');
      for (const { account, document, tab, part } of parts)
        void transaction.store.delete([account, document, tab, part]);
      await transaction.done;
    },
    removeAll: async (place) => (await database()).delete('parts', rangeOf(place)),
  };
}
