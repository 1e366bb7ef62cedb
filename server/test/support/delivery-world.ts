import { eq } from 'drizzle-orm';
import { caseCorrespondents } from '@concertation/schema';
import type { Delivery, FailedDelivery, ReportDetail } from '@concertation/shared/contracts';
import { newId } from '../../src/lib/index.ts';
import { ask, type Answer } from './ask.ts';
import { type ActorName, askFreeze, askReport, presentComplete, type Presented, type World } from './report-world.ts';
import { waitFor } from './wait-for.ts';

type Treating = { name: string; address?: string; accountId?: string; role?: 'general_practitioner' | 'correspondent' };

/** Writes down who treats the patient outside the meeting. */
export async function addTreating(world: World, { caseId }: Presented, treating: Treating): Promise<string> {
  const { name, address = null, accountId = null, role = 'correspondent' } = treating;
  const id = newId();
  const addedBy = world.people.owner.principal.accountId;
  const row = { id, caseId, role, name, accountId, address, addedBy, addedAt: new Date(), removedAt: null };
  await world.server.services.database.db.insert(caseCorrespondents).values(row);
  return id;
}

/** Takes somebody off. */
export async function removeTreating({ server }: World, id: string): Promise<void> {
  const { db } = server.services.database;
  await db.update(caseCorrespondents).set({ removedAt: new Date() }).where(eq(caseCorrespondents.id, id));
}

export const detailOf = async (world: World, reportId: string): Promise<ReportDetail> =>
  (await askReport(world, 'coordinator', 'GET', reportId)).body as ReportDetail;

/** Freezes a report and waits for its signature. */
export async function sign(world: World, presented: Presented): Promise<void> {
  const frozen = await askFreeze(world, 'coordinator', presented);
  if (frozen.status !== 200) throw new Error(`the freeze answered ${frozen.status}`);
  const isSigned = async () => (await detailOf(world, presented.reportId)).state === 'signed';
  await waitFor(isSigned, 'the report is signed', 60_000);
}

/** A signed report of a patient whom these people treat. */
export async function signedReport(world: World, ...treating: Treating[]): Promise<Presented> {
  const presented = await presentComplete(world);
  for (const one of treating) await addTreating(world, presented, one);
  await sign(world, presented);
  return presented;
}

/** A signed correction of a signed report. */
export async function correct(world: World, presented: Presented): Promise<Presented> {
  const answer = await askReport(world, 'coordinator', 'POST', presented.reportId, '/corrections', {
    reason: 'Dose erronée',
  });
  const { reportId } = answer.body as { reportId: string };
  const corrected = { ...presented, reportId };
  await sign(world, corrected);
  return corrected;
}

export const deliveriesOf = async (world: World, reportId: string, who: ActorName = 'coordinator') =>
  (await askReport(world, who, 'GET', reportId, '/deliveries')).body as Delivery[];

/** The delivery of a report to somebody, by name. */
export async function deliveryTo(world: World, { reportId }: Pick<Presented, 'reportId'>, name: string) {
  const found = (await deliveriesOf(world, reportId)).find((delivery) => delivery.name.includes(name));
  if (!found) throw new Error(`nothing goes to ${name}`);
  return found;
}

/** Waits until a delivery is as wanted. */
export async function awaitDelivery(
  world: World,
  presented: Pick<Presented, 'reportId'>,
  name: string,
  state: Delivery['state'],
): Promise<Delivery> {
  await waitFor(async () => (await deliveryTo(world, presented, name)).state === state, `${name}: ${state}`, 60_000);
  return deliveryTo(world, presented, name);
}

/** Commands one delivery in somebody’s name. */
export function askDelivery(
  world: World,
  who: ActorName,
  { reportId, deliveryId }: Pick<Delivery, 'reportId' | 'deliveryId'>,
  command: 'send' | 'settlement' | 'opening',
  body?: unknown,
): Promise<Answer> {
  return askReport(world, who, 'POST', reportId, `/deliveries/${deliveryId}/${command}`, body);
}

/** The failures that somebody is shown. */
export async function failuresOf({ server, people }: World, who: ActorName): Promise<FailedDelivery[]> {
  const { cookie } = people[who];
  return (await ask(server, 'GET', '/api/deliveries/failed', { cookie })).body as FailedDelivery[];
}
