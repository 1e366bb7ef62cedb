import { type Person, presenceUser, type PresenceUser } from '@concertation/shared/contracts';

/** One's own colour is the server's too, but it does not echo it: on one's own screen a neutral one. */
const ownColor = '#455a64';

/**
 * Who is there, from the awareness states: one entry per person whatever their tabs, the signed-in account first, the
 * others in the order of their names. States without an identity written by the server are nobody's.
 */
export function peopleOf(states: Iterable<unknown>, me: Person): PresenceUser[] {
  const others = new Map<string, PresenceUser>();
  for (const state of states) {
    const { success, data } = presenceUser.safeParse((state as { user?: unknown } | null)?.user);
    if (success && data.accountId !== me.accountId) others.set(data.accountId, data);
  }
  const sorted = [...others.values()].sort((one, other) => one.name.localeCompare(other.name, 'fr'));
  return [{ accountId: me.accountId, name: me.name, specialty: me.specialty, color: ownColor }, ...sorted];
}

/** True when both lists show the same people. */
export function samePeople(one: PresenceUser[], other: PresenceUser[]): boolean {
  return (
    one.length === other.length && one.every((person, index) => JSON.stringify(person) === JSON.stringify(other[index]))
  );
}
