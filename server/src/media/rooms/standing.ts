import { may, type Role } from '@concertation/shared/access';
import type { Participant } from '@concertation/shared/contracts';

/** True for who comes only as a guest: another role that reads the meeting makes a member of them. */
export function isGuest(roles: readonly Role[]): boolean {
  return !may(
    'meeting.read',
    roles.filter((role) => role !== 'guest'),
  );
}

/** What somebody is in a call, by their roles on its meeting. */
export function standingOf(roles: readonly Role[]): Participant['standing'] {
  if (may('meeting.run', roles)) return 'moderator';
  return isGuest(roles) ? 'guest' : 'member';
}

/** Who goes before whom for the chair, the lowest first; null for a guest, who never holds it. Source: CM-31. */
export function rankOf(roles: readonly Role[]): number | null {
  if (isGuest(roles)) return null;
  const rank = (['coordinator', 'delegate', 'secretary'] as const).findIndex((role) => roles.includes(role));
  return rank < 0 ? 3 : rank;
}
