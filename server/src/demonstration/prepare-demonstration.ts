import { demonstrationAccounts } from '@concertation/shared/contracts';
import { displayName } from '@concertation/shared/domain';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { createAccount, demonstrationAccountId } from '../auth/index.ts';
import { createBoard } from '../boards/index.ts';
import { listCases, openCase } from '../cases/index.ts';
import type { Database } from '../database/index.ts';
import type { Journal } from '../documents/index.ts';
import {
  addAttendance,
  attendanceOf,
  closeMeeting,
  createMeeting,
  listMeetings,
  presentationsOfMeeting,
} from '../meetings/index.ts';
import { currentReports, moveReport, presentCase } from '../reports/index.ts';
import { type Days, type DemonstrationCase, demonstrationCases } from './cases/index.ts';
import { board, members, people, type PersonKey } from './people.ts';
import { writeWords } from './words/write-words.ts';

type Needs = { database: Database; audit: Audit; journal: Journal };
type Cast = Record<PersonKey, Principal>;
type Meetings = Record<keyof typeof demonstrationCases, string>;

const demonstrationLock = 720_180;
const dayMs = 86_400_000;

/** The audit says « no session »: these acts were made by the product in the name of fictitious people. */
const noSession = '00000000-0000-0000-0000-000000000000';

const days: Days = {
  iso: (ago) => new Date(Date.now() - ago * dayMs).toISOString().slice(0, 10),
  ago: (ago) => days.iso(ago).split('-').toReversed().join('/'),
};

async function castOf({ database, audit }: Needs): Promise<Cast> {
  const cast: Partial<Cast> = {};
  for (const key of demonstrationAccounts) {
    const { specialty, ...named } = people[key];
    const accountId = await database.transaction(async (tx) => {
      const known = await demonstrationAccountId(tx, key);
      if (known) return known;
      const created = await createAccount(tx, { ...named, specialty, demonstrationKey: key });
      await audit.record(tx, 'account.created', { accountId: created }, {});
      return created;
    });
    cast[key] = { accountId, sessionId: noSession, name: displayName(named), specialty };
  }
  return cast as Cast;
}

/** The board and its three meetings, all or nothing; found again by their dates when a start was cut short. */
async function meetingsOf({ database, audit }: Needs, cast: Cast): Promise<Meetings> {
  const [past, today, next] = (await listMeetings(database.db, cast.coordinator.accountId)).toReversed();
  if (past && today && next) return { past: past.meetingId, today: today.meetingId, next: next.meetingId };
  return database.transaction(async (tx) => {
    const roles = members.map(([key, role]) => ({ accountId: cast[key].accountId, role }));
    const { boardId, grants } = await createBoard(tx, { ...board, members: roles });
    const thisHour = new Date();
    thisHour.setUTCMinutes(0, 0, 0);
    const at = (distance: number) => new Date(thisHour.getTime() + distance * dayMs);
    const meetings = {
      past: await createMeeting(tx, { boardId, startsAt: at(-14) }),
      today: await createMeeting(tx, { boardId, startsAt: at(0), state: 'running' }),
      next: await createMeeting(tx, { boardId, startsAt: at(14) }),
    };
    for (const { role, grantee } of grants)
      await audit.record(
        tx,
        'grant.given',
        { subject: `board:${boardId}` },
        { role, granteeKind: grantee.kind, granteeId: grantee.id },
      );
    return meetings;
  });
}

/** Opens, fills and presents one case; each step that an earlier start did is found done. */
async function prepareCase(needs: Needs, cast: Cast, meetingId: string, one: DemonstrationCase): Promise<void> {
  const { db } = needs.database;
  const presenter = cast[one.presenter];
  const referentId = one.referent && cast[one.referent].accountId;
  const { birthName, birthGivenName, birthDate } = one.identity;
  const [known] = await listCases(db, presenter.accountId, `${birthName} ${birthGivenName} ${birthDate}`);
  const caseId =
    known?.id ?? (await openCase(needs, presenter, { identity: one.identity, homonym: false, referentId })).caseId;
  await writeWords(needs, `case:${caseId}`, presenter.accountId, { ...one.words(days), tags: one.tags });

  const listed = (await presentationsOfMeeting(db, meetingId)).find((presentation) => presentation.caseId === caseId);
  const presentationId =
    listed?.presentationId ?? (await presentCase(needs, presenter, { meetingId, caseId })).presentationId;
  const report = (await currentReports(db, [presentationId])).get(presentationId);
  if (!one.report || !report) return;
  await writeWords(needs, `report:${report.reportId}`, cast.secretary.accountId, one.report(days));
  await moveReport(needs, cast.secretary, { reportId: report.reportId, state: 'validated' });
}

/** The past meeting was held in one room: the secretary typed who was there, then the coordinator closed it. */
async function concludePast(needs: Needs, cast: Cast, meetingId: string): Promise<void> {
  const typed = new Set((await attendanceOf(needs.database.db, meetingId)).map(({ name }) => name));
  for (const [key] of members) {
    const { name, specialty } = cast[key];
    if (!typed.has(name)) await addAttendance(needs, cast.secretary, meetingId, { name, specialty });
  }
  await closeMeeting(needs, cast.coordinator, meetingId);
}

async function prepare(needs: Needs): Promise<void> {
  const cast = await castOf(needs);
  const meetings = await meetingsOf(needs, cast);
  for (const when of ['past', 'today', 'next'] as const)
    for (const one of demonstrationCases[when]) await prepareCase(needs, cast, meetings[when], one);
  await concludePast(needs, cast, meetings.past);
}

/** Closing the past meeting is the last step: a closed meeting of the coordinator says that all was prepared once. */
async function isPrepared({ database }: Needs): Promise<boolean> {
  const coordinatorId = await demonstrationAccountId(database.db, 'coordinator');
  if (!coordinatorId) return false;
  return (await listMeetings(database.db, coordinatorId)).some(({ state }) => state === 'closed');
}

/**
 * Prepares the demonstration once: seven people, one board, three meetings, six cases with their words. A later start
 * changes nothing of it; a start that was killed on the way is completed by the next. Must end before the server
 * listens.
 */
export async function prepareDemonstration(needs: Needs): Promise<void> {
  const lock = await needs.database.raw.reserve();
  try {
    await lock`select pg_advisory_lock(${demonstrationLock})`;
    if (!(await isPrepared(needs))) await prepare(needs);
  } finally {
    await lock`select pg_advisory_unlock(${demonstrationLock})`;
    lock.release();
  }
}
