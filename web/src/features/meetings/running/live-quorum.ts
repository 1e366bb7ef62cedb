import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { evaluateQuorum, type QuorumStatus } from '@concertation/shared/domain';

type Asked = Pick<MeetingDetail, 'quorumRules' | 'attendance' | 'state'>;

/**
 * The quorum as the server would find it now; with a case, one in charge of its patient must be there. Null where none
 * is asked: a board without rules, or an « enregistrement ». Once the meeting is closed all who came count. SC-84.
 */
export function liveQuorum(
  { quorumRules, attendance, state }: Asked,
  line: Pick<PresentationLine, 'track' | 'treatingIds'> | null,
): QuorumStatus | null {
  if (quorumRules === null || line?.track === 'registration') return null;
  const present = attendance
    .filter(({ leftAt }) => leftAt === null || state === 'closed')
    .map(({ accountId, name, specialty, source }) => ({
      accountId,
      name,
      specialty,
      authenticated: source === 'connection',
    }));
  return evaluateQuorum(quorumRules, present, line?.treatingIds ?? null);
}
