import type { Transaction } from '../database/index.ts';

/**
 * What follows the signature of a report, in its transaction: to whom it goes. Returns what records these acts, to be
 * called last. Implemented by `deliveries`.
 */
export type FollowSigned = (tx: Transaction, reportId: string) => Promise<() => Promise<void>>;

/** What follows when an account opens or downloads a signed report, in its transaction. Implemented by `deliveries`. */
export type FollowReading = (tx: Transaction, reading: { reportId: string; accountId: string }) => Promise<void>;
