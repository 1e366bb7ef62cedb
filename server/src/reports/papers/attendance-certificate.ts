import { may, type Role } from '@concertation/shared/access';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { presenceOf, presentationsOfMeeting, readMeeting } from '../../meetings/index.ts';
import { setPlainPages } from '../render/plain-pages.ts';
import type { OpenKey } from '../sign/signer.ts';
import { sealPages } from '../sign/seal-pages.ts';
import { certificatePages } from './certificate-pages.ts';

type Needs = {
  database: Database;
  audit: Audit;
  openKey: OpenKey;
  configuration: Pick<Configuration, 'establishment' | 'demonstration' | 'demonstrationCertificate'>;
};

/**
 * « Attestation de présence » of one participant, sealed: when they came and left, and how long they were there, so that
 * a professional may bill that time. For themselves, or for who runs the meeting. Throws `wrong_state` until the meeting
 * is closed, for one that never began, and for a connection that was not there during it; `not_found` for a line that is
 * not theirs. Each is an audit row. Source: CM-41.
 */
export async function attendanceCertificate(
  { database, audit, openKey, configuration }: Needs,
  principal: Principal,
  { meetingId, attendanceId, roles }: { meetingId: string; attendanceId: string; roles: Role[] },
): Promise<Uint8Array> {
  const { db } = database;
  const { state, startedAt, closedAt, boardId, startsAt } = await readMeeting(db, meetingId);
  if (state !== 'closed' || !startedAt || !closedAt) throw new AppError('wrong_state');
  const ran = { from: startedAt, to: closedAt };
  const presence = await presenceOf(db, { meetingId, attendanceId, meeting: ran });
  if (presence.accountId !== principal.accountId && !may('meeting.run', roles)) throw new AppError('not_found');
  if (presence.seen?.intervals.length === 0) throw new AppError('wrong_state');
  const { establishment } = configuration;
  const pages = certificatePages({
    presence,
    establishment,
    isDemonstration: configuration.demonstration || configuration.demonstrationCertificate,
    board: await readBoard(db, boardId),
    meeting: { startsAt, startedAt, closedAt, cases: (await presentationsOfMeeting(db, meetingId)).length },
  });
  const unsealed = await setPlainPages(pages);
  const sealed = await sealPages(unsealed, openKey, { reason: 'Attestation de présence', name: establishment });
  const scope = { ...principal, subject: `meeting:${meetingId}` };
  await database.transaction((tx) => audit.record(tx, 'attendance.certified', scope, { attendanceId }));
  return sealed;
}
