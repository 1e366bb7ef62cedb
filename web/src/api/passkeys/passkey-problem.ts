export type PasskeyProblem = 'unsupported' | 'cancelled' | 'known' | 'address' | 'failed';

const byName: Record<string, PasskeyProblem> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
  SecurityError: 'address',
  NotSupportedError: 'unsupported',
};

/** Reads why the browser's passkey dialog failed; null for what does not come from it (a refusal of the server). */
export function passkeyProblem(error: unknown): PasskeyProblem | null {
  if (!(error instanceof Error) || error.name === 'ApiError') return null;
  return byName[error.name] ?? 'failed';
}
