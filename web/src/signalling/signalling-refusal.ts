import type { ErrorCode } from '@concertation/shared/contracts';

/** A request that was refused (a code of the closed table), or `lost`: the connection went before its answer, or there was none. */
export class SignallingRefusal extends Error {
  readonly code: ErrorCode | 'lost';

  constructor(code: ErrorCode | 'lost') {
    super(code);
    this.name = 'SignallingRefusal';
    this.code = code;
  }
}
