import type { Consent } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import type { ConsentFacts } from '../../../cases/index.ts';
import type { Executor } from '../../../database/index.ts';

/** A consent as screens show it, with the name of who recorded it. */
export async function showConsent(executor: Executor, consent: ConsentFacts): Promise<Consent> {
  const { recordedBy, recordedAt, ...said } = consent;
  const people = await findPeople(executor, [recordedBy]);
  return { ...said, recordedBy: people.get(recordedBy)?.name ?? '', recordedAt: recordedAt.toISOString() };
}
