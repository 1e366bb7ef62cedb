/**
 * Contracts: the wire, one schema for both sides. Nothing enters the server without one, nothing leaves it without one.
 */
export * from './access.ts';
export * from './audit-acts.ts';
export * from './errors.ts';
export * from './http/index.ts';
export * from './media/index.ts';
export * from './notification-path.ts';
export * from './sync/messages.ts';
