/**
 * Guests: somebody without an account in one meeting — the page of their link, who was invited, and what those who run
 * the meeting know of everybody's connection and of how the call was found.
 */
export { ConnectionsPanel } from './connections-panel.tsx';
export { GuestLinkCard } from './guest-link-card.tsx';
export { GuestsPanel } from './guests-panel.tsx';
export { RatingsPanel } from './ratings-panel.tsx';
