import type { Participant } from '@concertation/shared/contracts';

/** By hand raised, the longest first; then by name. For the list of participants. */
export function orderByHand(participants: readonly Participant[]): Participant[] {
  return participants.toSorted((one, other) => {
    if (one.handRaisedAt !== other.handRaisedAt) {
      if (one.handRaisedAt === null) return 1;
      if (other.handRaisedAt === null) return -1;
      return one.handRaisedAt < other.handRaisedAt ? -1 : 1;
    }
    return one.name.localeCompare(other.name, 'fr');
  });
}

/**
 * Faces in the order of a strip: who speaks first, then who spoke last, then who has a camera, then the others by
 * arrival; mine at the end, and always among those shown. `spoke` names who spoke, the latest first.
 */
export function orderFaces(
  participants: readonly Participant[],
  spoke: readonly string[],
  me: string | null,
): Participant[] {
  const rank = ({ participantId, sources }: Participant) => {
    const at = spoke.indexOf(participantId);
    if (at !== -1) return at;
    return spoke.length + (sources.camera && !sources.camera.paused ? 0 : 1);
  };
  const others = participants.filter(({ participantId }) => participantId !== me);
  const mine = participants.filter(({ participantId }) => participantId === me);
  return [...others.toSorted((one, other) => rank(one) - rank(other)), ...mine];
}

/** The first of the ordered faces that hold in `places`, mine kept, and how many are left out. */
export function cutFaces(ordered: readonly Participant[], places: number, me: string | null) {
  if (ordered.length <= places) return { faces: [...ordered], hidden: 0 };
  const mine = places > 1 ? ordered.filter(({ participantId }) => participantId === me) : [];
  const others = ordered.filter(({ participantId }) => participantId !== me);
  const faces = [...others.slice(0, Math.max(places - mine.length, 1)), ...mine];
  return { faces, hidden: ordered.length - faces.length };
}

/** The seat that the stage shows large: who speaks, else who spoke last, else the chair, else whoever is there; mine when alone. */
export function mainSeat(
  participants: readonly Participant[],
  spoke: readonly string[],
  chairId: string | null,
  me: string | null,
): Participant | null {
  const others = participants.filter(({ participantId }) => participantId !== me);
  const named = (id: string | null | undefined) => others.find(({ participantId }) => participantId === id);
  const latest = spoke.map(named).find((found) => found !== undefined);
  return latest ?? named(chairId) ?? others[0] ?? participants[0] ?? null;
}

/** Who shares their screen; null: nobody. */
export function whoShares(participants: readonly Participant[]): Participant | null {
  return participants.find(({ sources }) => sources.screen !== undefined) ?? null;
}
