import type { Writable } from 'node:stream';
import type { MediasoupPackage } from './mediasoup-package.ts';

/** What the preparation is at, in French, in a few words; `percent` is known while it compiles, else null. */
export type TellProgress = (step: string, percent: number | null) => void;

/** What one preparation works with. */
export type Work = {
  mediasoup: MediasoupPackage;
  /** A folder of its own, empty at first, removed afterwards. */
  directory: string;
  log: Writable;
  tell: TellProgress;
  signal: AbortSignal;
};
