import type { FhirResource } from '@concertation/shared/contracts';
import { reportFields, reportSections } from '@concertation/shared/documents';
import { documentCode } from '../cda/oids.ts';
import { fieldLabels, fieldValue, sectionTitles } from '../render/report-content.ts';
import { coding, type FhirReport, identifiersOf, loinc, person, subject, titleOf } from './parts.ts';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function narrative(text: string) {
  const paragraphs = text.split('\n').filter((each) => each.trim() !== '');
  const words = paragraphs.map((each) => `<p>${escape(each)}</p>`).join('');
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr">${words}</div>` };
}

/** A section, with its words; or that nothing was written there. */
const section = (title: string, text: string) =>
  text.trim() === ''
    ? {
        title,
        emptyReason: coding('http://terminology.hl7.org/CodeSystem/list-empty-reason', {
          code: 'notasked',
          displayName: 'Not Asked',
        }),
      }
    : { title, text: narrative(text) };

/** A report's words as a FHIR Composition, in the order of paper. `words`: the text of each section. Rule FHIR-3. */
export function composition(report: FhirReport, words: Record<(typeof reportSections)[number], string>): FhirResource {
  const { reportId, facts } = report;
  const replaces = facts.identifiers?.replacesId ?? null;
  const decided = reportFields.flatMap((field) => {
    const value = fieldValue(field, facts.fields[field]);
    return value === null ? [] : [`${fieldLabels[field]} : ${value}`];
  });
  return {
    resourceType: 'Composition',
    id: reportId,
    identifier: identifiersOf(report)[0],
    status: 'final',
    type: coding(loinc, documentCode),
    subject: subject(facts),
    date: facts.frozenAt,
    author: [person(facts.frozenBy)],
    title: titleOf(facts),
    confidentiality: 'N',
    attester: [{ mode: 'legal', time: facts.frozenAt, party: person(facts.frozenBy) }],
    custodian: { type: 'Organization', display: facts.establishment },
    ...(replaces === null
      ? {}
      : { relatesTo: [{ code: 'replaces', targetReference: { reference: `Composition/${replaces}` } }] }),
    event: [{ period: { start: facts.meeting.startsAt } }],
    section: [
      ...reportSections.map((key) => section(sectionTitles[key](facts), words[key])),
      section('Décision', decided.join('\n')),
    ],
  };
}
