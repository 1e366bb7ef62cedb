/** An error as logs hold it. */
export type LoggedError = { type: string; code?: string | number; at?: string[]; cause?: LoggedError };

/** What wraps deeper than this has said enough. */
const causes = 5;
const word = /^[\w.$-]{1,64}$/;
const frame = /^ {4}at ([\w.$#<>[\] ]+ )?\(?(file:\/\/|node:|\/)[^\s()]+:\d+:\d+\)?$/;

/** Where it was thrown: the stack below the message, which may have lines of its own that look like this. */
function framesOf({ stack = '', message }: Error): string[] {
  const wordsAt = stack.indexOf(message);
  if (wordsAt < 0) return [];
  return stack
    .slice(wordsAt + message.length)
    .split('\n')
    .filter((line) => frame.test(line))
    .map((line) => line.trim().slice('at '.length));
}

/**
 * Its kind, its code and where it happened, and the same of its causes. Never its words nor anything else that it
 * carries: a driver quotes the statement, its parameters, the row; a parser quotes what it could not read. Whoever knows
 * that words are safe, and needed by an administrator, logs them beside it as a `reason`.
 */
export function loggedError(error: unknown, depth = causes): LoggedError {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  const isCode = typeof code === 'number' || (typeof code === 'string' && word.test(code));
  const isError = error instanceof Error;
  return {
    type: isError && word.test(error.name) ? error.name : typeof error,
    ...(isCode ? { code } : {}),
    ...(isError ? { at: framesOf(error) } : {}),
    ...(cause !== undefined && cause !== null && depth > 0 ? { cause: loggedError(cause, depth - 1) } : {}),
  };
}
