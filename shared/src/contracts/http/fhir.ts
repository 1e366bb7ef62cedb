import { z } from 'zod';
import { identifier } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';

/** A resource of FHIR R4: its shape is the standard's, not the product's. Source: https://hl7.org/fhir/R4. */
export const fhirResource = z.looseObject({ resourceType: z.string() });
export type FhirResource = z.infer<typeof fhirResource>;

const mediaType = 'application/fhir+json';
const params = z.object({ reportId: identifier });
const gate = { action: 'report.read', subject: 'report', param: 'reportId' } as const;

/** Signed reports for other programs: read, never written. Rules FHIR-1 to FHIR-5. */
export const fhirEndpoints = {
  readFhirCapabilities: endpoint({
    method: 'GET',
    path: '/fhir/metadata',
    summary: 'What this installation answers in FHIR R4',
    gate: 'public',
    response: fhirResource,
    mediaType,
  }),
  searchDocumentReferences: endpoint({
    method: 'GET',
    path: '/fhir/DocumentReference',
    summary: 'Signed reports that the reader may read, by id, document number or patient; newest first',
    gate: 'signed_in',
    query: z.object({
      _id: identifier.optional(),
      identifier: z.string().min(1).max(200).optional(),
      patient: z.string().min(1).max(200).optional(),
      _count: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: fhirResource,
    mediaType,
  }),
  readDocumentReference: endpoint({
    method: 'GET',
    path: '/fhir/DocumentReference/:reportId',
    summary: 'What a signed report is; `wrong_state` before the freeze, `signature_pending` before the signature',
    gate,
    params,
    response: fhirResource,
    mediaType,
  }),
  readComposition: endpoint({
    method: 'GET',
    path: '/fhir/Composition/:reportId',
    summary: 'The words of a signed report, section by section',
    gate,
    params,
    response: fhirResource,
    mediaType,
  }),
  readBinary: endpoint({
    method: 'GET',
    path: '/fhir/Binary/:reportId',
    summary: 'The signed PDF',
    gate,
    params,
    response: z.void(),
    binary: 'application/pdf',
  }),
};
