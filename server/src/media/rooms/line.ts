import type { CallEnd, MediaEvent } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';

/** Somebody's connection to the server, as a call sees it. */
export type Line = {
  readonly principal: Principal;
  readonly isOpen: boolean;
  tell: (event: MediaEvent) => void;
  /** The same event told to many, written once. */
  send: (frame: string) => void;
  /** Says why the call is over for them, and closes for good. */
  end: (reason: CallEnd) => void;
};
