import { stringify } from 'csv-stringify/sync';
import type { PatientBanner } from '@concertation/shared/contracts';

/** One case of a cohort, as it is exported. */
export type CohortRow = { caseId: string; patient: PatientBanner; openedAt: Date; addedAt: Date };

const heads = [
  'Dossier',
  'Nom de naissance',
  'Prénom de naissance',
  'Nom utilisé',
  'Prénom utilisé',
  'Date de naissance',
  'Sexe',
  'Statut de l’identité',
  'Dossier ouvert le',
  'Ajouté à la cohorte le',
];

/** A cell that a spreadsheet would compute: read as text once an apostrophe is before it. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const day = (instant: Date) => instant.toISOString().slice(0, 10);

/**
 * Cases as a spreadsheet opens them: UTF-8 with its mark, semicolons, dates AAAA-MM-JJ. What a cell says is never
 * computed by the spreadsheet (CSV injection, OWASP).
 */
export function cohortCsv(rows: readonly CohortRow[]): string {
  const lines = rows.map(({ caseId, patient, openedAt, addedAt }) => [
    caseId,
    patient.birthName,
    patient.birthGivenName,
    patient.usedName ?? '',
    patient.usedGivenName ?? '',
    patient.birthDate,
    patient.sex,
    patient.identityStatus,
    day(openedAt),
    day(addedAt),
  ]);
  return stringify([heads, ...lines.map((cells) => cells.map(harmless))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  });
}
