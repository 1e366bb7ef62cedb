import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import type { Database } from '../../database/index.ts';
import { lockOpenMeeting } from '../read-meeting.ts';
import { tellPeople, type TellNeeds } from './tell-people.ts';

/**
 * « Renvoyer l’invitation »: the same event again, to everybody concerned, whoever asks included: diaries that have it
 * recognise it. Returns how many people. Throws `wrong_state` once the meeting is over. Source: OO-28, OO-32.
 */
export async function announceMeeting(
  { database, audit, ...telling }: { database: Database; audit: Audit } & TellNeeds,
  principal: Principal,
  meetingId: string,
): Promise<{ recipients: number }> {
  return database.transaction(async (tx) => {
    const meeting = await lockOpenMeeting(tx, meetingId);
    const board = await readBoard(tx, meeting.boardId);
    const recipients = await tellPeople(tx, telling, {
      kind: 'meeting_planned',
      board,
      meetings: [meeting],
      except: null,
    });
    await audit.record(tx, 'meeting.announced', { ...principal, subject: `meeting:${meetingId}` }, { recipients });
    return { recipients };
  });
}
