import { sql } from 'drizzle-orm';
import { emergencyAccesses } from '@concertation/schema';
import { may } from '@concertation/shared/access';
import { type EmergencyAccess, emergencyHours } from '@concertation/shared/contracts';
import type { PatientTraits } from '@concertation/shared/domain';
import { grant, grantsOn, type Principal, rolesOf } from '../../access/index.ts';
import { type Audit, countOwn } from '../../audit/index.ts';
import { readAccountFacts } from '../../auth/index.ts';
import { type CaseFacts, latestCase } from '../../cases/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import type { Tell } from '../../notifications/index.ts';
import { patientsBearing } from '../../patients/index.ts';
import { endOwnOverdue, recordEnded } from './end-emergencies.ts';
import { emergencyEnd, isOpen } from './open-emergencies.ts';

/** Tries of one account in an hour, right or wrong: nobody finds out by trying who has a case here. */
const triesPerHour = 5;

type Needs = { database: Database; audit: Audit; tell: Tell };
type Asked = { traits: PatientTraits; reason: string };

async function open(
  { audit, tell }: Needs,
  tx: Transaction,
  principal: Principal,
  { found, reason }: { found: CaseFacts; reason: string },
): Promise<EmergencyAccess> {
  const { accountId } = principal;
  const { id: caseId, ownerId, patientId } = found;
  const subject = { kind: 'case', id: caseId } as const;
  const overdue = await endOwnOverdue(tx, accountId, caseId);
  if (may('case.read', await rolesOf(tx, accountId, subject))) {
    await recordEnded(tx, audit, overdue);
    return { caseId, endsAt: (await emergencyEnd(tx, accountId, caseId))?.toISOString() ?? null };
  }

  const referents = (await grantsOn(tx, subject)).filter(({ role }) => role === 'referent');
  const openedAt = new Date();
  const endsAt = new Date(openedAt.getTime() + emergencyHours * 3_600_000);
  const accessId = newId();
  // One that its owner withdrew would otherwise, at its end, take this one away.
  await tx.update(emergencyAccesses).set({ endedAt: openedAt }).where(isOpen(accountId, caseId));
  await tx.insert(emergencyAccesses).values({ id: accessId, caseId, accountId, reason, openedAt, endsAt });
  await grant(tx, { subject, grantee: { kind: 'account', id: accountId }, role: 'reader', grantedBy: accountId });
  await notify(tx, 'facts_changed', `case:${caseId}`);
  await tell(tx, {
    to: [ownerId, ...referents.map(({ grantee }) => grantee.id)],
    kind: 'emergency_access',
    about: { caseId, by: principal.name },
  });
  await recordEnded(tx, audit, overdue);
  const scope = { ...principal, patientId, subject: `case:${caseId}` };
  await audit.record(tx, 'case.opened_in_emergency', scope, { accessId });
  return { caseId, endsAt: endsAt.toISOString() };
}

/**
 * Opens for two hours, in reading, the latest case of the patient who bears exactly these traits, to a professional who
 * has no right on it and needs it now. The reason is kept, the owner and the referents are told, the audit is marked.
 * Throws `forbidden` but for a verified account with an RPPS number, `too_many` after five tries in an hour, right or
 * wrong, and `not_found` for whoever does not match, has no case here, or refused that it be sent: nothing tells which.
 * Source: domain 6.1 (bris de glace).
 */
export async function openInEmergency(needs: Needs, principal: Principal, asked: Asked): Promise<EmergencyAccess> {
  const { database, audit } = needs;
  const { accountId } = principal;
  const opened = await database.transaction(async (tx) => {
    // One at a time for an account: the count is of what was really tried.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`emergency:${accountId}`}))`);
    const facts = (await readAccountFacts(tx, [accountId])).get(accountId);
    if (!facts?.verifiedAt || facts.rpps === null) throw new AppError('forbidden');
    const since = new Date(Date.now() - 3_600_000);
    const tries = await countOwn(tx, accountId, ['case.opened_in_emergency', 'case.emergency_refused'], since);
    if (tries >= triesPerHour) throw new AppError('too_many');
    const found = await latestCase(tx, await patientsBearing(tx, asked.traits));
    if (found) return open(needs, tx, principal, { found, reason: asked.reason });
    await audit.record(tx, 'case.emergency_refused', principal, {});
    return null;
  });
  if (!opened) throw new AppError('not_found');
  return opened;
}
