import { oidOfUuid } from '../cda/oids.ts';
import type { NamedPerson, PersonIdentity, ReportFacts } from '../facts.ts';

/**
 * A signed report as other programs ask for it. `bytes`: the size of its PDF; `sha1`: its hash, in base64, where it was
 * computed (R4 names SHA-1 here; what proves the file is its signature). `replacedBy`: the signed version that corrects it.
 */
export type FhirReport = {
  reportId: string;
  facts: ReportFacts;
  bytes: number;
  sha1: string | null;
  replacedBy: string | null;
};

/** As FHIR names the code system of document types. */
export const loinc = 'http://loinc.org';
const numbers = 'urn:concertation:document-number';

/** A code of a system, as a CodeableConcept. */
export const coding = (system: string, { code, displayName }: { code: string; displayName: string }) => ({
  coding: [{ system, code, display: displayName }],
});
/** What names a report: its OID, then its document number. */
export const identifiersOf = ({ reportId, facts }: FhirReport) => [
  { system: 'urn:ietf:rfc:3986', value: `urn:oid:${oidOfUuid(reportId)}` },
  { system: numbers, value: facts.documentNumber },
];

/** Somebody, with their national number where it was verified. */
export function person({ name, identity }: Pick<NamedPerson, 'name'> & { identity?: PersonIdentity }) {
  const rpps = identity?.rpps ?? null;
  return {
    ...(rpps === null ? {} : { identifier: { system: 'https://rpps.esante.gouv.fr', value: rpps } }),
    type: 'Practitioner',
    display: name,
  };
}

/** The patient, by name; the product's own number where it was recorded, never a matricule. */
export function subject({ patient, identifiers }: ReportFacts) {
  return {
    type: 'Patient',
    ...(identifiers ? { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${identifiers.patientId}` } } : {}),
    display: `${patient.birthName} ${patient.birthGivenName}`,
  };
}

/** What the report is called in lists: it names no patient. */
export const titleOf = ({ board, documentNumber }: ReportFacts) =>
  `${board.kind === 'staff' ? 'Compte-rendu de staff' : 'Compte-rendu de RCP'} ${documentNumber}, ${board.name}`;
