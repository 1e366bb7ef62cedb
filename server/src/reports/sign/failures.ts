/** The key cannot be used as it is configured. The message is a French sentence that names the setting to change. */
export class SignerRefused extends Error {
  override readonly name = 'SignerRefused';
}

/** A PDF could not be signed, or does not hold the signature it should. The message never holds the report's words. */
export class SigningFailed extends Error {
  override readonly name = 'SigningFailed';
}

/** Why there is no timestamp: nobody answered, or what came is not one. Stored and shown to the administrator. */
export type TimestampFailure = 'timestamp_unavailable' | 'timestamp_refused';

/** A timestamp that was not given, or does not hold. */
export class TimestampRefused extends Error {
  override readonly name = 'TimestampRefused';
  readonly code: TimestampFailure;

  constructor(code: TimestampFailure, problem: string, options?: ErrorOptions) {
    super(problem, options);
    this.code = code;
  }
}
