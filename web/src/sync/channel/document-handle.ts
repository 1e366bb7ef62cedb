import type { Person, PresenceUser } from '@concertation/shared/contracts';
import type { DocumentName } from '@concertation/shared/domain';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { KeptText } from '../drafts/kept-text.ts';
import type { SaveState } from './save-state.ts';

/** Why a channel no longer carries what is typed: access withdrawn, report sealed, session ended. */
export type Withdrawal = 'withdrawn' | 'sealed' | 'signed_out';

/** A live document as a screen sees it, immutable: another one is made when something changes. */
export type DocumentHandle = {
  name: DocumentName;
  /** Changes only when the server refused something and the document was opened afresh. */
  document: Y.Doc;
  awareness: Awareness;
  /** There is a content to show: the server's, or what this computer kept. */
  synced: boolean;
  role: 'writer' | 'reader';
  /** The writer may type now. */
  editable: boolean;
  saveState: SaveState;
  /** Who is there, one entry per person; the signed-in account first. */
  people: PresenceUser[];
  /** The signed-in account. */
  me: Person;
  /** Calls back when rows behind this document changed; returns the way to stop. */
  onFacts: (callback: () => void) => () => void;
  withdrawn: Withdrawal | null;
  /** What was typed and could not be merged, for its writer to copy. */
  kept: KeptText | null;
  /** Deletes from this computer what was kept. */
  forgetKept: () => Promise<void>;
};
