import type { Participant, WaitingGuest } from '@concertation/shared/contracts';

type Moment = { participants: readonly Participant[]; waiting: readonly WaitingGuest[] };
export type Change = { kind: 'arrived' | 'left' | 'hand' | 'waiting' | 'shares'; names: string[] };

/** What happened in a call between two moments, by others than `me`. */
export function whatChanged(before: Moment, after: Moment, me: string | null): Change[] {
  const was = new Map(before.participants.map((seat) => [seat.participantId, seat]));
  const now = new Set(after.participants.map(({ participantId }) => participantId));
  const others = after.participants.filter(({ participantId }) => participantId !== me);
  const known = new Set(before.waiting.map(({ accountId }) => accountId));
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);
  const changes: Change[] = [
    { kind: 'arrived', names: names(others.filter(({ participantId }) => !was.has(participantId))) },
    {
      kind: 'left',
      names: names(before.participants.filter(({ participantId }) => participantId !== me && !now.has(participantId))),
    },
    {
      kind: 'hand',
      names: names(others.filter((seat) => seat.handRaisedAt !== null && !was.get(seat.participantId)?.handRaisedAt)),
    },
    { kind: 'waiting', names: names(after.waiting.filter(({ accountId }) => !known.has(accountId))) },
    {
      kind: 'shares',
      names: names(others.filter((seat) => seat.sources.screen && !was.get(seat.participantId)?.sources.screen)),
    },
  ];
  return changes.filter((change) => change.names.length > 0);
}
