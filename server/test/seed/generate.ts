import { randomUUID } from 'node:crypto';
import type { PgTable } from 'drizzle-orm/pg-core';
import * as schema from '@concertation/schema';
import { specialties, foldText, oncologyQuorum } from '@concertation/shared/domain';
import type { Database } from '../../src/database/index.ts';
import { emptyHead, hashEntry } from '../../src/documents/journal/entry.ts';
import { seedState } from '../../src/documents/rich-text/seed-state.ts';
import { seededRandom } from '../faults/random.ts';
import { type Size, sizes } from './sizes.ts';
import { familyName, fields, givenNames, places } from './words.ts';

const dayMs = 86_400_000;
const batch = 1_000;

export type Seeded = { accountIds: string[]; boardIds: string[]; meetingIds: string[]; caseIds: string[] };

/**
 * Fills an empty product with invented people, organisations, boards, meetings, cases, presentations and reports, in
 * bulk and past the rooms: for measures, never for a hospital. The same seed and size give the same world but for its
 * ids and its dates, which are around today. `progress` is told of each table.
 */
export async function generate(
  database: Database,
  size: Size,
  progress: (line: string) => void = () => undefined,
): Promise<Seeded> {
  const counts = sizes[size];
  const random = seededRandom(20_261_121);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const now = new Date();
  const many = <Item>(count: number, make: (index: number) => Item) =>
    Array.from({ length: count }, (_, at) => make(at));

  async function fill<Table extends PgTable>(name: string, table: Table, rows: Table['$inferInsert'][]): Promise<void> {
    for (let at = 0; at < rows.length; at += batch)
      await database.db.insert(table).values(rows.slice(at, at + batch) as never);
    progress(`${name} : ${rows.length}`);
  }

  const accounts = many(counts.accounts, (index) => ({
    id: randomUUID(),
    email: `personne-${index}@demonstration.invalid`,
    title: index % 7 === 0 ? 'Pr' : 'Dr',
    givenName: pick(givenNames),
    familyName: familyName(index),
    specialty: specialties[index % specialties.length] as string,
    createdAt: now,
  }));
  await fill('comptes', schema.accounts, accounts);
  const someone = () => pick(accounts).id;

  const organisations = many(Math.max(5, Math.floor(counts.boards / 10)), (index) => {
    const network = index % 5 === 0;
    const place = pick(places);
    const name = network ? `Filière ${pick(fields)} ${index}` : `CHU de ${place} ${index}`;
    return {
      id: randomUUID(),
      kind: network ? 'network' : 'establishment',
      name,
      slug: network ? `filiere-${index}` : null,
      place,
      presentation: '',
      helpEmail: 'assistance@demonstration.invalid',
      helpPhone: '',
      published: network,
      searchText: foldText(`${name} ${place}`),
      createdAt: now,
    };
  });
  await fill('organisations', schema.organisations, organisations);

  const grants: (typeof schema.grants.$inferInsert)[] = [];
  const grant = (subjectKind: string, subjectId: string, granteeKind: string, granteeId: string, role: string) =>
    grants.push({ id: randomUUID(), subjectKind, subjectId, granteeKind, granteeId, role, grantedAt: now });

  const boardOrganisations: (typeof schema.boardOrganisations.$inferInsert)[] = [];
  const boards = many(counts.boards, (index) => {
    const id = randomUUID();
    const field = fields[index % fields.length] as string;
    const place = pick(places);
    const organisation = pick(organisations);
    boardOrganisations.push({ boardId: id, organisationId: organisation.id });
    // Five hundred boards are coordinated by a tenth of as many people: those who administer many see many cases.
    const coordinatorId: string = (accounts[Math.floor(index / 10)] as { id: string }).id;
    grant('board', id, 'account', coordinatorId, 'coordinator');
    const members = new Set<string>(many(9, someone));
    members.delete(coordinatorId);
    [...members].forEach((accountId, at) =>
      grant('board', id, 'account', accountId, at === 0 ? 'secretary' : 'member'),
    );
    return {
      id,
      name: `RCP ${field} ${index}`,
      kind: 'rcp_oncologie',
      organisation: organisation.name,
      field,
      place,
      published: true,
      quorum: oncologyQuorum,
      labels: [{ key: 'urgence', name: 'Urgence', urgent: true }],
      questionnaire: [{ type: 'text', key: 'traitement', label: 'Traitement en cours', mandatory: true }],
      searchText: foldText(`RCP ${field} ${index} ${place} ${organisation.name}`),
      createdAt: now,
    };
  });
  await fill('staffs', schema.boards, boards);
  await fill('organisations des staffs', schema.boardOrganisations, boardOrganisations);

  const documents: (typeof schema.documents.$inferInsert)[] = [];
  const updates: (typeof schema.documentUpdates.$inferInsert)[] = [];
  const document = (kind: 'case' | 'meeting' | 'report', id: string) => {
    const entry = {
      document: `${kind}:${id}`,
      accountId: null,
      connectionId: null,
      receivedAt: now,
      update: seedState(kind),
    };
    documents.push({ name: entry.document, kind, createdAt: now });
    updates.push({ ...entry, position: 1, hash: hashEntry(emptyHead, entry) });
  };

  const meetings = many(counts.meetings, (index) => {
    const id = randomUUID();
    const board = boards[index % boards.length] as (typeof boards)[number];
    const weeks = Math.floor(index / boards.length) - 2;
    document('meeting', id);
    grant('meeting', id, 'board', board.id, 'presented');
    return {
      id,
      boardId: board.id,
      startsAt: new Date(now.getTime() + weeks * 7 * dayMs + below(5) * 3_600_000),
      state: weeks < 0 ? 'closed' : 'planned',
    };
  });
  await fill('réunions', schema.meetings, meetings);

  const patients = many(counts.cases, (index) => ({
    id: randomUUID(),
    birthName: familyName(below(2_000)),
    birthGivenName: pick(givenNames),
    birthDate: new Date(Date.UTC(1930 + below(90), below(12), 1 + below(28))).toISOString().slice(0, 10),
    sex: index % 2 === 0 ? 'F' : 'M',
    identityStatus: 'PROV',
    revision: 1,
    createdBy: someone(),
    createdAt: now,
  }));
  await fill('patients', schema.patients, patients);

  const requests: (typeof schema.caseRequests.$inferInsert)[] = [];
  const presentations: (typeof schema.presentations.$inferInsert)[] = [];
  const reports: (typeof schema.reports.$inferInsert)[] = [];
  const cases = patients.map((patient, index) => {
    const id = randomUUID();
    const ownerId = someone();
    const meeting = meetings[index % meetings.length] as (typeof meetings)[number];
    const presentationId = randomUUID();
    const reportId = randomUUID();
    const held = meeting.state === 'closed';
    document('case', id);
    document('report', reportId);
    grant('case', id, 'account', ownerId, 'owner');
    grant('case', id, 'board', meeting.boardId, 'presented');
    grant('report', reportId, 'board', meeting.boardId, 'presented');
    grant('report', reportId, 'account', ownerId, 'presenter');
    grant('report', reportId, 'account', ownerId, 'owner');
    presentations.push({
      id: presentationId,
      meetingId: meeting.id,
      caseId: id,
      presenterId: ownerId,
      position: Math.floor(index / meetings.length) + 1,
      createdAt: now,
      listedAt: now,
      labels: ['urgence'],
      answers: index % 3 ? { traitement: 'Aucun' } : {},
    });
    reports.push({ id: reportId, presentationId, version: 1, state: held ? 'validated' : 'draft', createdAt: now });
    requests.push({ id: presentationId, caseId: id, kind: 'meeting', askedAt: now, answeredAt: held ? now : null });
    return { id, patientId: patient.id, ownerId, createdAt: now, registeredAt: now };
  });
  await fill('dossiers', schema.cases, cases);
  await fill('présentations', schema.presentations, presentations);
  await fill('comptes-rendus', schema.reports, reports);
  await fill('demandes', schema.caseRequests, requests);
  await fill(
    'informations des patients',
    schema.caseConsents,
    cases.map(({ id, ownerId }) => ({
      caseId: id,
      informedOn: now.toISOString().slice(0, 10),
      informedBy: 'Dr Essai',
      means: 'oral',
      opposition: 'none',
      sharing: false,
      recordedBy: ownerId,
      recordedAt: now,
      revision: 1,
    })),
  );
  await fill(
    'contenus',
    schema.documentOutlines,
    cases.map(({ id }, index) => ({
      document: `case:${id}`,
      filled: index % 4 ? ['diagnosis', 'history', 'question'] : ['diagnosis'],
      updatedAt: now,
    })),
  );
  await fill('documents', schema.documents, documents);
  await fill('journal', schema.documentUpdates, updates);
  await fill('droits', schema.grants, grants);
  await fill(
    'notifications',
    schema.notifications,
    many(counts.cases, (index) => ({
      id: randomUUID(),
      accountId: someone(),
      kind: 'presentation_added',
      about: { boardId: (boards[index % boards.length] as { id: string }).id, boardName: 'RCP' },
      createdAt: now,
    })),
  );
  await database.db.execute('analyze');
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { accountIds: ids(accounts), boardIds: ids(boards), meetingIds: ids(meetings), caseIds: ids(cases) };
}
