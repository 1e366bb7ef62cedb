/**
 * Sockets: how a WebSocket comes in, whichever transport it is for — path, origin and session checked before the upgrade,
 * and the pace at which it may speak. It knows no message.
 */
export { TokenBucket } from './token-bucket.ts';
export { type Taking, Upgrades } from './upgrades.ts';
