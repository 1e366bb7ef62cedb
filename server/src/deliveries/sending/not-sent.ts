/** Why a message did not leave, as a code: a status of SMTP, or the name of a failure. Its message holds no address. */
export class NotSent extends Error {
  readonly code: string;
  /** The operator refused this message, and would again. */
  readonly isPermanent: boolean;

  constructor(code: string, { isPermanent, ...options }: ErrorOptions & { isPermanent: boolean }) {
    super(`not sent: ${code}`, options);
    this.name = 'NotSent';
    this.code = code.slice(0, 40);
    this.isPermanent = isPermanent;
  }
}
