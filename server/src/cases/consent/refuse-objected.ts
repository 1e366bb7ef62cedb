import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockCase } from '../lock-case.ts';
import { readConsents } from './read-consents.ts';

/**
 * Throws `patient_objected` when the patient refused that the case be presented or sent. It holds the case until the
 * transaction ends, like the recording of a consent: of a registration and an objection made at once, the second sees
 * the first. Source: domain.md 6.1.
 */
export async function refuseObjected(tx: Transaction, caseId: string): Promise<void> {
  await lockCase(tx, caseId);
  const consent = (await readConsents(tx, [caseId])).get(caseId);
  if (consent?.opposition === 'objected') throw new AppError('patient_objected');
}
