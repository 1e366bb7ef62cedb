import type { FhirResource } from '@concertation/shared/contracts';

const only = (type: string, ...codes: string[]) => ({ type, interaction: codes.map((code) => ({ code })) });

/** What this installation answers in FHIR. Rule FHIR-1. */
export function capabilityStatement(): FhirResource {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    kind: 'instance',
    software: { name: 'Concertation' },
    implementation: { description: 'Comptes-rendus de réunions de concertation pluridisciplinaire' },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: { description: 'The product’s own session cookie, and its rights.' },
        resource: [
          {
            ...only('DocumentReference', 'read', 'search-type'),
            searchParam: [
              { name: '_id', type: 'token' },
              { name: 'identifier', type: 'token' },
              { name: 'patient', type: 'reference' },
            ],
          },
          only('Composition', 'read'),
          only('Binary', 'read'),
        ],
      },
    ],
  };
}
