/**
 * Calls: what a meeting's video call leaves behind as facts — who was admitted or removed, whether it is locked, how
 * people rated it, the personal links of guests. Faces, voices, hands and chat live in the media transport and are never
 * rows; nothing records (SC-81).
 */
export type { LiveCalls } from './live-calls.ts';
export { type CallFacts, decideAdmission, lockCall, readCallFacts } from './call-decisions.ts';
export { keepChatLine, recordKeptLine } from './keep-chat-line.ts';
export { inviteGuest } from './guests/invite-guest.ts';
export type { GuestNeeds } from './guests/guest-needs.ts';
export { listGuests } from './guests/list-guests.ts';
export { openGuestLink } from './guests/open-guest-link.ts';
export { readGuestLink } from './guests/read-guest-link.ts';
export { renewGuest } from './guests/renew-guest.ts';
export { withdrawGuest } from './guests/withdraw-guest.ts';
export { listRatings, rateCall } from './ratings.ts';
