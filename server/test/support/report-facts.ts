import type { EstablishmentIds } from '../../src/config/index.ts';
import type { NamedPerson, PersonIdentity, ReportFacts } from '../../src/reports/facts.ts';
import { seededRandom } from '../faults/random.ts';
import { sampleFacts } from '../pdf-sample.ts';

const families = [
  'Lefèvre',
  "L'Hermite-Dupont",
  'N’Guyen',
  'Lœuvre-Naïm',
  'Straße',
  'Ó Briain',
  '<&>"',
  'Öğretmenoğlu',
];
const givens = ['Hélène', 'Karim', 'Zoë', 'Éloïse', 'Jean-François', 'Ana María', '𝔘nicode'];
const births = ['DUPONT', "L'HERMITE-DUPONT", 'D ARTAGNAN', 'A', 'VAN DER STRAATEN'.repeat(6).slice(0, 100)];
const specialties = ['Oncologie médicale', 'Chirurgie digestive', 'Radiologie', 'Soins infirmiers', 'Pharmacie', ''];
const boards = ['RCP Sein', 'RCP « Foie & pancréas »', 'RCP œsophage / estomac', 'Staff'];

/** Somewhere in 2015 to 2035, winter and summer. */
const somewhen = (random: () => number): string =>
  new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 20 * 365.25 * 86_400_000)).toISOString();

/** Facts as a freeze keeps them, the same for the same seed: names that other programs get wrong, people with and without a number. */
export function randomFacts(seed: number): ReportFacts {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const maybe = <Value>(value: () => Value): Value | null => (random() < 0.5 ? value() : null);
  const uuid = () =>
    'xxxxxxxx-xxxx-7xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => Math.floor(random() * 16).toString(16));
  const identity = (): PersonIdentity => ({
    familyName: pick(families),
    givenName: pick(givens),
    rpps: maybe(() => String(10_000_000_000 + Math.floor(random() * 1e9))),
  });
  const person = (): NamedPerson => ({
    name: `Dr ${pick(givens)} ${pick(families)}`,
    specialty: pick(specialties),
    ...(random() < 0.6 ? { identity: identity() } : {}),
  });
  const reportId = uuid();
  const replacesId = maybe(uuid);
  const establishmentIds: EstablishmentIds = {
    oid: maybe(() => `1.2.250.1.${Math.floor(random() * 9999)}`),
    finess: maybe(() => String(Math.floor(random() * 1e9)).padStart(9, '0')),
    sector: pick(['SA01', 'SA04', 'SA42']),
  };
  return {
    ...sampleFacts,
    documentNumber: `RCP-2026-${String(seed).padStart(6, '0')}`,
    version: replacesId ? 2 + Math.floor(random() * 3) : 1,
    replaces: replacesId ? { documentNumber: 'RCP-2026-000000', reason: 'Erreur de côté' } : null,
    board: { name: pick(boards), organisation: pick(families), kind: pick(['rcp_oncologie', 'staff', 'rcp_autre']) },
    meeting: { startsAt: somewhen(random) },
    frozenAt: somewhen(random),
    frozenBy: person(),
    presenter: person(),
    participants: Array.from({ length: Math.floor(random() * 8) }, () => {
      const arrivedAt = somewhen(random);
      const leftAt = maybe(() => new Date(new Date(arrivedAt).getTime() + 60_000 * random() * 90).toISOString());
      return { ...person(), source: pick(['connection', 'secretary']), arrivedAt, leftAt };
    }),
    patient: {
      birthName: pick(births),
      birthGivenName: pick(births),
      usedName: maybe(() => pick(births)),
      usedGivenName: maybe(() => pick(births)),
      birthDate: somewhen(random).slice(0, 10),
      sex: pick(['M', 'F', 'I']),
      identityStatus: pick(['PROV', 'VALI', 'QUAL']),
    },
    identifiers: {
      reportId,
      setId: replacesId ?? reportId,
      replacesId,
      patientId: uuid(),
      caseId: uuid(),
      presentationId: uuid(),
      meetingId: uuid(),
      boardId: uuid(),
    },
    establishmentIds,
    requester: maybe(person),
    correspondents: [
      ...(random() < 0.5 ? [{ role: 'general_practitioner' as const, name: `Dr ${pick(families)}` }] : []),
      ...Array.from({ length: Math.floor(random() * 3) }, () => ({
        role: 'correspondent' as const,
        name: `Dr ${pick(families)}`,
        ...(random() < 0.5 ? { identity: identity() } : {}),
      })),
    ],
  };
}

/** Papers of a report as `readPapers` gives them. */
export const papersOf = (facts: ReportFacts, words = '%PDF-1.4 pages') => ({
  facts,
  stateHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  signedPdf: Buffer.from(`${words} signed`),
  archivalPdf: Buffer.from(words),
});

/** The numbers of an establishment that gave none. */
export const noNumbers: EstablishmentIds = { oid: null, finess: null, sector: 'SA01' };
