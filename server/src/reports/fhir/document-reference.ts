import type { FhirResource } from '@concertation/shared/contracts';
import { documentCode, oids } from '../cda/oids.ts';
import { coding, type FhirReport, identifiersOf, loinc, person, subject, titleOf } from './parts.ts';

/** A report as a FHIR DocumentReference. Same value in, same value out. Rule FHIR-2. */
export function documentReference(report: FhirReport): FhirResource {
  const { reportId, facts, bytes, sha1, replacedBy } = report;
  const replaces = facts.identifiers?.replacesId ?? null;
  const [master, ...others] = identifiersOf(report);
  return {
    resourceType: 'DocumentReference',
    id: reportId,
    masterIdentifier: master,
    identifier: others,
    status: replacedBy === null ? 'current' : 'superseded',
    docStatus: 'final',
    type: coding(loinc, documentCode),
    category: [coding('urn:oid:1.2.250.1.213.1.1.4.1', { code: '10', displayName: 'Compte rendu' })],
    subject: subject(facts),
    date: facts.frozenAt,
    author: [person(facts.frozenBy)],
    authenticator: person(facts.frozenBy),
    custodian: { type: 'Organization', display: facts.establishment },
    ...(replaces === null
      ? {}
      : { relatesTo: [{ code: 'replaces', target: { reference: `DocumentReference/${replaces}` } }] }),
    description: titleOf(facts),
    securityLabel: [
      coding('http://terminology.hl7.org/CodeSystem/v3-Confidentiality', { code: 'N', displayName: 'normal' }),
    ],
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          language: 'fr-FR',
          url: `Binary/${reportId}`,
          size: bytes,
          ...(sha1 === null ? {} : { hash: sha1 }),
          title: `${facts.documentNumber}.pdf`,
          creation: facts.frozenAt,
        },
      },
    ],
    context: {
      event: [
        coding(`urn:oid:${oids.kindOfCare}`, {
          code: '39',
          displayName: 'Réunion de Concertation Pluridisciplinaire (RCP)',
        }),
      ],
      period: { start: facts.meeting.startsAt },
      related: [{ reference: `Composition/${reportId}` }],
    },
  };
}
