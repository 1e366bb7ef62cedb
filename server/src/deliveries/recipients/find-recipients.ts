import { findColleagues, findPeople } from '../../auth/index.ts';
import { readCase, readCorrespondents } from '../../cases/index.ts';
import type { Transaction } from '../../database/index.ts';
import { attendanceOf } from '../../meetings/index.ts';
import type { ReportPlace } from '../../reports/index.ts';
import type { DeliveryRow } from '../delivery-rows.ts';

/** Somebody to whom a signed report goes. With an account, they read it in the product. */
export type Recipient = Pick<DeliveryRow, 'role' | 'recipient' | 'accountId' | 'name' | 'address'>;

/**
 * To whom a signed report goes, each once: who presents the case, owns it, is its referent; who treats the patient outside
 * the meeting; who was there and has no account. Rule DLV-1. Source: CM-35, CM-37, CM-38.
 */
export async function findRecipients(tx: Transaction, place: ReportPlace): Promise<Recipient[]> {
  const { caseId, meetingId, presenterId, ownerId } = place;
  const { referentIds } = await readCase(tx, caseId);
  const correspondents = await readCorrespondents(tx, caseId);
  const accountIds = correspondents.flatMap(({ accountId }) => accountId ?? []);
  // Whoever refers is a recipient even once erased: the report reached nobody, and somebody must see it.
  const people = await findPeople(tx, [presenterId, ownerId, ...referentIds]);
  const colleagues = await findColleagues(tx, accountIds);
  const found = new Map<string, Recipient>();
  const here = (role: Recipient['role'], accountId: string): void => {
    const name = people.get(accountId)?.name;
    const recipient = `account:${accountId}`;
    if (name !== undefined && !found.has(recipient))
      found.set(recipient, { role, recipient, accountId, name, address: null });
  };
  here('presenter', presenterId);
  here('owner', ownerId);
  for (const id of referentIds) here('referent', id);
  for (const { correspondentId, role, name, accountId, address } of correspondents) {
    const written = address?.toLowerCase();
    const isAmong = [...found.values()].some(
      (other) =>
        (accountId !== null && other.accountId === accountId) ||
        (written !== undefined && other.address?.toLowerCase() === written),
    );
    if (isAmong) continue;
    const known = accountId && colleagues.has(accountId) ? accountId : null;
    const recipient = `correspondent:${correspondentId}`;
    found.set(recipient, { role, recipient, accountId: known, name, address });
  }
  for (const { attendanceId, accountId, name } of await attendanceOf(tx, meetingId)) {
    const recipient = `attendance:${attendanceId}`;
    if (accountId === null) found.set(recipient, { role: 'member', recipient, accountId, name, address: null });
  }
  return [...found.values()];
}
