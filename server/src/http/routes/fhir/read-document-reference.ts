import { fhirEndpoints } from '@concertation/shared/contracts';
import { readDocumentReference as read } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const readDocumentReference = route(fhirEndpoints.readDocumentReference, (services, { principal, params }) =>
  read(services, principal, params.reportId),
);
