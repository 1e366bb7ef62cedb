/**
 * Public portals: what anybody sees of a network, without a session — its boards, their next dates, its help contact —
 * and the ways from there to the general site.
 */
export { PortalScreen } from './portal-screen.tsx';
export { PortalWays } from './portal-ways.tsx';
export { PortalsList } from './portals-list.tsx';
