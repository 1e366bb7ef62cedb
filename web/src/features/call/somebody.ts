import type { Participant } from '@concertation/shared/contracts';

/** Somebody in a call, for tests: seated, silent, without a camera, but for what is said of them. */
export const somebody = (participantId: string, more: Partial<Participant> = {}): Participant => ({
  participantId,
  accountId: participantId,
  name: participantId,
  specialty: '',
  standing: 'member',
  connected: true,
  handRaisedAt: null,
  sources: {},
  quality: null,
  ...more,
});
