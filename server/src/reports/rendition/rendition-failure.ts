import { SignerRefused } from '../sign/failures.ts';

/** Why a frozen report has no signed PDF yet; stored and shown to the administrator. */
export type FailureCode =
  | 'frozen_bytes_altered'
  | 'journal_altered'
  | 'signer_unavailable'
  | 'render_failed'
  | 'signature_failed'
  | 'verification_failed';

/** A step that failed, with the code of its step. */
export class RenditionFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'RenditionFailure';
    this.code = code;
  }
}

/** Runs one step; whatever it throws becomes the failure of that step, except that an unusable key is always called so. */
export async function step<Result>(code: FailureCode, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new RenditionFailure(cause instanceof SignerRefused ? 'signer_unavailable' : code, { cause });
  }
}
