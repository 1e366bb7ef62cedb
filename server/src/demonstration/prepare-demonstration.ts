import { demonstrationAccounts } from '@concertation/shared/contracts';
import { displayName } from '@concertation/shared/domain';
import { platform } from '@concertation/shared/access';
import { grant, type Principal, subjectsAllowing } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { createAccount, demonstrationAccountId } from '../auth/index.ts';
import { createBoard } from '../boards/index.ts';
import { listCases, openCase, readConsents, recordConsent } from '../cases/index.ts';
import type { Database } from '../database/index.ts';
import type { Journal } from '../documents/index.ts';
import { addAttendance, closeMeeting, createMeeting, listMeetings, presentationsOfMeeting } from '../meetings/index.ts';
import { tellNobody } from '../notifications/index.ts';
import { currentReports, moveReport, presentCase } from '../reports/index.ts';
import {
  type Days,
  type DemonstrationCase,
  demonstrationCases,
  hepatocellular,
  liverMetastases,
} from './cases/index.ts';
import { rppsOf } from './directory/fictitious-people.ts';
import { board, members, people, type PersonKey, platformRoleOf } from './people.ts';
import { askTheExpert, startCohort } from './opinions-and-cohort.ts';
import { organisationsOf } from './surroundings.ts';
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
      const rpps = rppsOf(named);
      const created = await createAccount(tx, { ...named, specialty, rpps, demonstrationKey: key });
      await audit.record(tx, 'account.created', { accountId: created }, {});
      const role = platformRoleOf[key];
      if (role)
        await grant(tx, { subject: platform, grantee: { kind: 'account', id: created }, role, grantedBy: null });
      return created;
    });
    cast[key] = { accountId, sessionId: noSession, name: displayName(named), specialty, guestOf: null };
  }
  return cast as Cast;
}

/** The board and its three meetings, all or nothing; found again by their dates when a start was cut short. */
async function meetingsOf(needs: Needs, cast: Cast): Promise<Meetings> {
  const { database, audit } = needs;
  const [past, today, next] = (await listMeetings(database.db, cast.coordinator.accountId)).toReversed();
  if (past && today && next) return { past: past.meetingId, today: today.meetingId, next: next.meetingId };
  const organisationIds = await organisationsOf(needs, cast.coordinator);
  return database.transaction(async (tx) => {
    const roles = members.map(([key, role]) => ({ accountId: cast[key].accountId, role }));
    const { boardId, grants } = await createBoard(tx, { ...board, organisationIds, members: roles });
    const thisHour = new Date();
    thisHour.setUTCMinutes(0, 0, 0);
    const at = (distance: number) => new Date(thisHour.getTime() + distance * dayMs);
    const held = { boardId, video: board.video };
    const meetings = {
      past: await createMeeting(tx, { ...held, startsAt: at(-14) }),
      today: await createMeeting(tx, { ...held, startsAt: at(0), state: 'running' }),
      next: await createMeeting(tx, { ...held, startsAt: at(14) }),
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

/** Opens, fills and presents one case, and gives its id; each step that an earlier start did is found done. */
async function prepareCase(needs: Needs, cast: Cast, meetingId: string, one: DemonstrationCase): Promise<string> {
  const { db } = needs.database;
  const presenter = cast[one.presenter];
  const referentId = one.referent && cast[one.referent].accountId;
  const { birthName, birthGivenName, birthDate } = one.identity;
  const readable = await subjectsAllowing(db, presenter.accountId, 'case', 'case.read');
  const search = `${birthName} ${birthGivenName} ${birthDate}`;
  const [known] = (await listCases(db, readable, { search })).cases;
  const caseId =
    known?.id ?? (await openCase(needs, presenter, { identity: one.identity, homonym: false, referentId })).caseId;
  await writeWords(needs, `case:${caseId}`, presenter.accountId, { ...one.words(days), tags: one.tags });

  if (one.informed) await informPatient(needs, presenter, caseId, one.shared ?? false);

  const listed = (await presentationsOfMeeting(db, meetingId)).find((presentation) => presentation.caseId === caseId);
  const presentationId =
    listed?.presentationId ??
    (await presentCase({ ...needs, tell: tellNobody }, presenter, { meetingId, caseId })).presentationId;
  const report = (await currentReports(db, [presentationId])).get(presentationId);
  if (!one.report || !report) return caseId;
  await writeWords(needs, `report:${report.reportId}`, cast.secretary.accountId, one.report(days));
  await moveReport(needs, cast.secretary, { reportId: report.reportId, state: 'validated' });
  return caseId;
}

/** The past meeting was held in one room: the secretary typed who was there. */
async function attendPast(needs: Needs, cast: Cast, meetingId: string): Promise<void> {
  for (const [key] of members) await addAttendance(needs, cast.secretary, meetingId, cast[key]);
}

/** The patient was told by who presents the case, and did not object. */
async function informPatient(needs: Needs, presenter: Principal, caseId: string, sharing: boolean): Promise<void> {
  if ((await readConsents(needs.database.db, [caseId])).has(caseId)) return;
  await recordConsent({ ...needs, follow: async () => undefined }, presenter, caseId, {
    informedOn: days.iso(3),
    informedBy: presenter.name,
    means: 'oral',
    opposition: 'none',
    sharing,
  });
}

async function prepare(needs: Needs): Promise<void> {
  const cast = await castOf(needs);
  const meetings = await meetingsOf(needs, cast);
  await attendPast(needs, cast, meetings.past);
  const caseIds = new Map<DemonstrationCase, string>();
  for (const when of ['past', 'today', 'next'] as const)
    for (const one of demonstrationCases[when]) caseIds.set(one, await prepareCase(needs, cast, meetings[when], one));
  const idOf = (one: DemonstrationCase) => caseIds.get(one) as string;
  const organisationIds = await organisationsOf(needs, cast.coordinator);
  const { second_presenter: asker, expert } = cast;
  await askTheExpert(needs, { asker, expert, caseId: idOf(hepatocellular), organisationIds });
  await startCohort(needs, cast.coordinator, [idOf(liverMetastases)]);
  await closeMeeting(needs, cast.coordinator, meetings.past);
}

/** Closing the past meeting is the last step: a closed meeting of the coordinator says that all was prepared once. */
async function isPrepared({ database }: Needs): Promise<boolean> {
  const coordinatorId = await demonstrationAccountId(database.db, 'coordinator');
  if (!coordinatorId) return false;
  return (await listMeetings(database.db, coordinatorId)).some(({ state }) => state === 'closed');
}

/**
 * Prepares the demonstration once: seven people, two organisations, one board, three meetings, six cases with their words. A later start
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
