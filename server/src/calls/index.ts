/**
 * Calls: what a meeting's video call leaves behind as facts — who was admitted or removed, whether it is locked, how
 * people rated it, the personal links of guests. Faces, voices, hands and chat live in the media transport and are never
 * rows; nothing records (SC-81).
 */
export type { LiveCalls } from './live-calls.ts';
