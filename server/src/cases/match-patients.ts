import { inArray } from 'drizzle-orm';
import { cases } from '@concertation/schema';
import { may, type Role } from '@concertation/shared/access';
import type { PatientMatch } from '@concertation/shared/contracts';
import type { PatientTraits } from '@concertation/shared/domain';
import { rolesOfAll } from '../access/index.ts';
import type { Executor } from '../database/index.ts';
import { type NearPatient, nearPatients } from '../patients/index.ts';

type Held = { caseId: string; createdAt: Date; roles: Role[] };

/** The cases of some patients with the roles that an account holds on each, newest first, in two queries. */
async function casesHeld(executor: Executor, accountId: string, patientIds: string[]): Promise<Map<string, Held[]>> {
  const held = new Map<string, Held[]>(patientIds.map((id) => [id, []]));
  if (patientIds.length === 0) return held;
  const rows = await executor.select().from(cases).where(inArray(cases.patientId, patientIds));
  const roles = await rolesOfAll(
    executor,
    rows.map(({ id }) => ({ accountId, subject: { kind: 'case', id } })),
  );
  for (const [index, { id, patientId, createdAt }] of rows.entries())
    held.get(patientId)?.push({ caseId: id, createdAt, roles: roles[index] ?? [] });
  for (const list of held.values()) list.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return held;
}

function matchOf({ patient, nearness }: NearPatient, held: Held[]): PatientMatch[] {
  const readable = held.filter(({ roles }) => may('case.read', roles));
  const shared = readable.find(({ roles }) => may('case.share', roles));
  const shown = shared ?? readable[0];
  return shown ? [{ nearness, patient, caseId: shown.caseId, usable: shared !== undefined }] : [];
}

/**
 * The search that comes before a creation (domain.md 4.3): those of my patients who may be this one, nearest first.
 * `elsewhere`: the same four traits exist in a case that I may not read, of which nothing more is said. Three queries,
 * the first by birth date, however many patients there are.
 */
export async function matchPatients(
  executor: Executor,
  accountId: string,
  traits: PatientTraits,
): Promise<{ matches: PatientMatch[]; elsewhere: boolean }> {
  const near = await nearPatients(executor, traits);
  const held = await casesHeld(
    executor,
    accountId,
    near.map(({ patient }) => patient.patientId),
  );
  const found = near.map((one) => ({ ...one, matches: matchOf(one, held.get(one.patient.patientId) ?? []) }));
  return {
    matches: found.flatMap(({ matches }) => matches),
    elsewhere: found.some(({ nearness, matches }) => nearness === 'same' && matches.length === 0),
  };
}

/** Whether an account may share a case of this patient, and so open another one for them. */
export async function mayUsePatient(executor: Executor, accountId: string, patientId: string): Promise<boolean> {
  const held = (await casesHeld(executor, accountId, [patientId])).get(patientId) ?? [];
  return held.some(({ roles }) => may('case.share', roles));
}
