import type { Transaction } from '../database/index.ts';

/**
 * How auth writes to somebody: the mail and text-message rooms are to its right, and hand themselves in. Both leave if
 * and only if the transaction commits. `text` is null where no provider of text messages is configured.
 */
export type Post = {
  mail: (tx: Transaction, mail: { recipient: string; subject: string; text: string }) => Promise<void>;
  text: ((tx: Transaction, message: { recipient: string; text: string }) => Promise<void>) | null;
};
