import type { Me, MeetingDetail } from '@concertation/shared/contracts';
import { expect } from '@playwright/test';
import type { Person } from './fixtures.ts';

/** Asks in somebody's name what must be granted: a read without `data`, else a command. */
export async function ask<Body>({ context: { request } }: Person, path: string, data?: unknown): Promise<Body> {
  const answer = data === undefined ? await request.get(path) : await request.post(path, { data });
  const text = await answer.text();
  expect(answer.ok(), `${path}: ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as Body;
}

/** A board without quorum of the coordinator's, with one secretary and members. Returns its id. */
export async function ownBoard(
  coordinator: Person,
  { name, secretary, members }: { name: string; secretary: Person; members: Person[] },
): Promise<string> {
  const { organisationId } = await ask<{ organisationId: string }>(coordinator, '/api/organisations', {
    kind: 'establishment',
    name: `CHU ${name}`,
  });
  const settings = { kind: 'staff', name, organisationIds: [organisationId], quorum: null };
  const { boardId } = await ask<{ boardId: string }>(coordinator, '/api/boards', settings);
  for (const one of [secretary, ...members]) {
    const { accountId } = await ask<Me>(one, '/api/me');
    const role = one === secretary ? 'secretary' : 'member';
    await ask(coordinator, `/api/boards/${boardId}/members`, { accountId, role });
  }
  return boardId;
}

/** A meeting of a board, days ahead: a list closes before its day. Returns its id. */
export async function planMeeting(secretary: Person, boardId: string): Promise<string> {
  const startsAt = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16);
  const { meetingIds } = await ask<{ meetingIds: string[] }>(secretary, `/api/boards/${boardId}/meetings`, {
    startsAt,
  });
  return meetingIds[0] as string;
}

type Identity = { birthName: string; birthDate: string };

/** A new patient on the list of a meeting. Returns the line of the list, with its report. */
export async function presentNew(presenter: Person, meetingId: string, identity: Identity) {
  const patient = { ...identity, birthGivenName: 'Claude', sex: 'F' };
  const { caseId } = await ask<{ caseId: string }>(presenter, '/api/cases', patient);
  await ask(presenter, `/api/meetings/${meetingId}/presentations`, { caseId });
  const { presentations } = await ask<MeetingDetail>(presenter, `/api/meetings/${meetingId}`);
  const line = presentations.find((each) => each.caseId === caseId);
  expect(line).toBeDefined();
  return line as NonNullable<typeof line>;
}

/** Freezes a report as its coordinator, whatever it lacks. */
export async function freezeAsItIs(coordinator: Person, reportId: string, identity: Identity): Promise<void> {
  const check = { by: 'identity', ...identity };
  await ask(coordinator, `/api/reports/${reportId}/freeze`, { check, derogation: 'Relu en séance' });
}
