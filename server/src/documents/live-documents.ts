import type * as Y from 'yjs';
import type { DocumentName } from '@concertation/shared/domain';
import type { Principal } from '../access/index.ts';

/**
 * What other rooms may ask of documents that may be open right now. Implemented by `sync`, which holds the live ones,
 * and injected by `context`: calls go left, this port lets them reach right.
 */
export type LiveDocuments = {
  /** Resolves once every update of the document accepted so far is durable. */
  flushed(name: DocumentName): Promise<void>;
  /**
   * Refuses every further update of the document, then waits until all that was accepted is durable. `release` undoes
   * it when the freeze did not commit; nothing undoes it after (the row `sealed_at` then keeps it shut).
   */
  seal(name: DocumentName): Promise<{ release: () => void }>;
  /** Changes a document in somebody's name; resolves once durable. Everybody who has it open sees the change. */
  edit(name: DocumentName, author: Principal, change: (document: Y.Doc) => void): Promise<void>;
};
