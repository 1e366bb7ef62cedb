import { type Grant, grant, grantsOn, type Principal, revoke } from '../../access/index.ts';
import type { ConsentChange } from '../../cases/index.ts';
import { notify, type Transaction } from '../../database/index.ts';
import { everyPresentationOf, presentationsOfCases, screensShowing } from '../../meetings/index.ts';
import type { ListingNeeds } from './list-case.ts';
import { recordGrants, recordWithdrawals } from './record-grants.ts';
import { recordUnlisted, type Unlisted, unlistCase } from './unlist-case.ts';

type Opened = { given: Grant[]; withdrawn: Grant[] };

/** Opens a case to the guests of the boards that have it and of the meetings on whose list it is, or shuts it to them. */
async function openToGuests(
  tx: Transaction,
  { accountId }: Principal,
  { caseId, sharing }: ConsentChange,
): Promise<Opened> {
  const subject = { kind: 'case', id: caseId } as const;
  const grants = await grantsOn(tx, subject);
  const open = grants.filter(({ role }) => role === 'presented_openly');
  if (!sharing) {
    for (const { id } of open) await revoke(tx, subject, id);
    return { given: [], withdrawn: open };
  }
  const opened = new Set(open.map(({ grantee }) => grantee.id));
  const listed = (await presentationsOfCases(tx, [caseId])).map(({ meetingId }) => meetingId);
  const having = [
    ...grants.flatMap(({ grantee, role }) => (role === 'presented' ? grantee : [])),
    ...[...new Set(listed)].map((id) => ({ kind: 'meeting', id }) as const),
  ];
  const given: Grant[] = [];
  for (const grantee of having)
    if (!opened.has(grantee.id))
      given.push(await grant(tx, { subject, grantee, role: 'presented_openly', grantedBy: accountId }));
  return { given, withdrawn: [] };
}

/**
 * What a consent changes for lists and boards, in the transaction that records it. An objection takes the case off every
 * list where nothing was concluded yet, and cancels what is in preparation; sharing lets guests read it, as long as it
 * lasts. Source: domain.md 6.1.
 */
export async function followConsent(
  tx: Transaction,
  { audit, tell }: Pick<ListingNeeds, 'audit' | 'tell'>,
  principal: Principal,
  change: ConsentChange,
): Promise<void> {
  const { caseId, patientId, objected } = change;
  for (const name of await screensShowing(tx, caseId)) await notify(tx, 'facts_changed', name);
  const unlisted: Unlisted[] = objected
    ? await unlistCase(tx, tell, principal, await everyPresentationOf(tx, caseId), '')
    : [];
  const { given, withdrawn } = await openToGuests(tx, principal, change);
  const who = { ...principal, patientId };
  await recordUnlisted(tx, audit, { ...who, caseId }, unlisted, 'objection');
  await recordGrants(tx, audit, who, given);
  await recordWithdrawals(tx, audit, who, withdrawn);
}
