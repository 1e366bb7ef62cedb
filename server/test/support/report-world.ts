import { fieldsMap, type ReportSection } from '@concertation/shared/documents';
import { documentName, type DocumentName } from '@concertation/shared/domain';
import type { SerializedEditorState } from 'lexical';
import type { Principal } from '../../src/access/index.ts';
import { createAccount } from '../../src/auth/index.ts';
import { createBoard } from '../../src/boards/index.ts';
import { openCase } from '../../src/cases/index.ts';
import { writeSection } from '../../src/documents/index.ts';
import type { Services } from '../../src/http/index.ts';
import { newId } from '../../src/lib/index.ts';
import { addAttendance, createMeeting } from '../../src/meetings/index.ts';
import { presentCase } from '../../src/reports/index.ts';
import { ask, type Answer } from './ask.ts';

const cast = ['owner', 'referent', 'coordinator', 'delegate', 'secretary', 'member', 'outsider'] as const;
export type ActorName = (typeof cast)[number];
export type Actor = { principal: Principal; cookie: string };
export type World = {
  server: { origin: string; services: Services };
  people: Record<ActorName, Actor>;
  boardId: string;
};
export type Presented = {
  caseId: string;
  meetingId: string;
  presentationId: string;
  reportId: string;
  patientId: string;
  identity: { birthName: string; birthDate: string };
};

async function signUp(services: Services, name: ActorName): Promise<Actor> {
  const person = {
    email: `${name}@exemple.invalid`,
    title: 'Dr',
    givenName: 'Camille',
    familyName: name,
    specialty: 'Oncologie médicale',
  } as const;
  const set = await services.database.transaction(async (tx) => {
    const accountId = await createAccount(tx, person);
    return services.sessions.open(tx, { accountId, means: 'passkey', device: 'test', replaces: null });
  });
  const cookie = set.cookie.split(';', 1)[0] as string;
  const principal = await services.sessions.principalOf(cookie);
  if (!principal) throw new Error('the new session opens nothing');
  return { principal, cookie };
}

/** A board and everybody a report meets, each signed in. The owner sits on the board; the referent and the outsider do not. */
export async function openWorld(server: World['server']): Promise<World> {
  const { services } = server;
  const people = {} as Record<ActorName, Actor>;
  for (const name of cast) people[name] = await signUp(services, name);
  const members = [
    { accountId: people.coordinator.principal.accountId, role: 'coordinator' },
    { accountId: people.delegate.principal.accountId, role: 'delegate' },
    { accountId: people.secretary.principal.accountId, role: 'secretary' },
    { accountId: people.member.principal.accountId, role: 'member' },
    { accountId: people.owner.principal.accountId, role: 'member' },
  ] as const;
  const { boardId } = await services.database.transaction((tx) =>
    createBoard(tx, { name: 'RCP Digestif', kind: 'rcp_oncologie', organisation: 'CHU', members: [...members] }),
  );
  return { server, people, boardId };
}

/** Asks one endpoint of a report in somebody's name. */
export function askReport(
  { server, people }: World,
  who: ActorName,
  method: string,
  reportId: string,
  path = '',
  body?: unknown,
): Promise<Answer> {
  const { cookie } = people[who];
  return ask(server, method, `/api/reports/${reportId}${path}`, body === undefined ? { cookie } : { cookie, body });
}

const letters = (number: number) => String(number).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] as string);
let patients = 0;

/** A new patient of the owner, referred by the referent, presented at a new meeting: an empty report. */
export async function presentNewCase({ server, people, boardId }: World): Promise<Presented> {
  const { services } = server;
  patients += 1;
  const identity = {
    birthName: `LOEUVRE-${letters(patients)}`,
    birthGivenName: 'ELOISE',
    birthDate: '1957-03-14',
    sex: 'F',
    usedName: null,
    usedGivenName: null,
  } as const;
  const { caseId, patientId } = await openCase(services, people.owner.principal, {
    identity,
    homonym: false,
    referentId: people.referent.principal.accountId,
  });
  const meetingId = await services.database.transaction((tx) =>
    createMeeting(tx, { boardId, startsAt: new Date('2026-03-02T13:00:00Z'), state: 'running' }),
  );
  const { presentationId, reportId } = await presentCase(services, people.owner.principal, { meetingId, caseId });
  return {
    caseId,
    meetingId,
    presentationId,
    reportId,
    patientId,
    identity: { birthName: identity.birthName, birthDate: identity.birthDate },
  };
}

/** One section of plain paragraphs. */
export function paragraphs(...texts: string[]): SerializedEditorState {
  const block = (type: string, children: unknown[]) => ({
    type,
    version: 1,
    children,
    direction: null,
    format: '',
    indent: 0,
  });
  const words = (text: string) => ({ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' });
  return {
    root: block(
      'root',
      texts.map((text) => block('paragraph', [words(text)])),
    ),
  } as unknown as SerializedEditorState;
}

export type Words = { sections?: Record<string, string>; fields?: Record<string, string> };

/** Writes in a live document as somebody would. */
export async function write(
  { server, people }: World,
  who: ActorName,
  name: DocumentName,
  { sections = {}, fields = {} }: Words,
): Promise<void> {
  await server.services.live.edit(name, people[who].principal, (document) => {
    for (const [section, text] of Object.entries(sections)) writeSection(document, section, paragraphs(text));
    for (const [key, value] of Object.entries(fields)) fieldsMap(document).set(key, value);
  });
}

export const complete: { sections: Partial<Record<ReportSection, string>>; fields: Record<string, string> } = {
  sections: { question: 'Indication opératoire ?', proposal: 'Chimiothérapie néoadjuvante ≥ 4 cures' },
  fields: { decision: 'treatment', completeFile: 'yes' },
};

/** A presented case whose report lacks nothing. */
export async function presentComplete(world: World): Promise<Presented> {
  const presented = await presentNewCase(world);
  await write(world, 'owner', documentName('report', presented.reportId), complete);
  await addAttendance(world.server.services, world.people.secretary.principal, presented.meetingId, {
    name: 'Dr Zoé Brun',
    specialty: 'Radiologie',
  });
  return presented;
}

/** Freezes as somebody, with the right identity unless another, or another check, is given. */
export function askFreeze(
  world: World,
  who: ActorName,
  presented: Presented,
  body: Record<string, unknown> = {},
): Promise<Answer> {
  const { derogation = null, check, ...identity } = body;
  return askReport(world, who, 'POST', presented.reportId, '/freeze', {
    check: check ?? { by: 'identity', ...presented.identity, ...identity },
    derogation,
  });
}

/** An id that names nothing. */
export const unknownId = newId;
