import type { ErrorCode } from '@concertation/shared/contracts';

export type FieldProblem = { field: string; problem: string };

/** A refusal of the server (a code of the closed table), or `network` when it could not be reached. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'network';
  /** Names the line in the server's log; null when the server was not reached. */
  readonly requestId: string | null;
  readonly details: Record<string, unknown>;

  constructor(
    code: ErrorCode | 'network',
    message: string,
    requestId: string | null = null,
    details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.requestId = requestId;
    this.details = details;
  }

  /** The fields that an `invalid` answer names. */
  get fields(): FieldProblem[] {
    return Array.isArray(this.details.fields) ? (this.details.fields as FieldProblem[]) : [];
  }
}
