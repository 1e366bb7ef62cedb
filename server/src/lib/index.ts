/** Lib: the leaves that every room may use — refusals, ids, logs, canonical JSON, links’ secrets, waits. It knows no domain and reads nothing. */
export { AppError } from './app-error.ts';
export { atLeast } from './at-least.ts';
export { canonicalJson } from './canonical-json.ts';
export { newId } from './identifiers.ts';
export { hashToken, newToken } from './link-token.ts';
export { createLogger, type Logger } from './logger.ts';
export { logUnexpected } from './log-unexpected.ts';
export { pause } from './pause.ts';
export { Sparing } from './sparing.ts';
