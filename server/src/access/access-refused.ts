import type { Subject } from '@concertation/shared/access';
import type { ErrorCode } from '@concertation/shared/contracts';
import { AppError } from '../lib/index.ts';

/** A refusal that says of what, for the one place that records it; the answer does not hold it. */
export class AccessRefused extends AppError {
  readonly subject: Subject;

  constructor(code: ErrorCode, subject: Subject) {
    super(code);
    this.subject = subject;
  }
}
