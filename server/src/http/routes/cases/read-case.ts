import { abilities } from '@concertation/shared/access';
import { endpoints } from '@concertation/shared/contracts';
import { emergencyEnd } from '../../../administration/index.ts';
import { readCase as readFacts, recordCaseRead } from '../../../cases/index.ts';
import { AppError } from '../../../lib/index.ts';
import { readPatients } from '../../../patients/index.ts';
import { route } from '../../route.ts';
import { caseCards } from './case-cards.ts';
import { casePeople } from './case-people.ts';
import { myCases } from './my-cases.ts';

export const readCase = route(endpoints.readCase, async (services, { principal, params, roles }) => {
  const { db } = services.database;
  const facts = await readFacts(db, params.caseId);
  const patient = (await readPatients(db, [facts.patientId])).get(facts.patientId);
  const because = (await myCases(db, principal.accountId, 'case.read', params.caseId)).get(params.caseId) ?? [];
  const [card] = patient ? await caseCards(db, [{ ...facts, patient, because }]) : [];
  if (!card) throw new AppError('not_found');
  const people = await casePeople(db, params.caseId);
  const endsAt = await emergencyEnd(db, principal.accountId, params.caseId);
  await recordCaseRead(services, principal, facts);
  return { ...card, abilities: abilities(roles), people, emergencyEndsAt: endsAt?.toISOString() ?? null };
});
