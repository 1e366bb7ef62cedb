import type { FileRefusal } from '@concertation/shared/domain';

/** What an inspection throws: the document is put in quarantine for this reason. */
export class Refused extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal, options?: ErrorOptions) {
    super(refusal, options);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}
