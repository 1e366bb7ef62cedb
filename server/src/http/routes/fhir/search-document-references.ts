import { fhirEndpoints } from '@concertation/shared/contracts';
import { searchDocumentReferences as search } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const searchDocumentReferences = route(
  fhirEndpoints.searchDocumentReferences,
  (services, { principal, query }) => search(services, principal, query),
);
