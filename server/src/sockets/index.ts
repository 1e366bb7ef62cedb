/**
 * Sockets: how a WebSocket comes in, whichever transport it is for — path, origin and session checked before the upgrade,
 * how many there may be, the pace at which one may speak, and the rights and the session that it lives by. It knows no
 * message.
 */
export { answerRaw, strictHeaders } from './raw-answer.ts';
export { OpenSockets } from './open-sockets.ts';
export { type Due, RightsWatch } from './rights-watch.ts';
export { TokenBucket } from './token-bucket.ts';
export { type Taking, Upgrades } from './upgrades.ts';
