import { newGuest, type NewGuest } from '@concertation/shared/contracts';
import type { Title } from '@concertation/shared/domain';

/** The invitation as it is being filled. */
export type GuestDraft = Omit<NewGuest, 'title'> & { title: Title | null };

export const emptyGuest: GuestDraft = { title: null, givenName: '', familyName: '', quality: '', email: '' };

export const guestFields = ['title', 'givenName', 'familyName', 'quality', 'email'] as const;
export type GuestField = (typeof guestFields)[number];

/** The guest to invite, or the fields to correct, in the order of the form. */
export function readGuest(draft: GuestDraft): { guest: NewGuest } | { wrong: GuestField[] } {
  const parsed = newGuest.safeParse({ ...draft, email: draft.email.trim() });
  if (parsed.success) return { guest: parsed.data };
  const named = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return { wrong: guestFields.filter((field) => named.has(field)) };
}
