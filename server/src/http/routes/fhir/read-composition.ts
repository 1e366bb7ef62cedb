import { fhirEndpoints } from '@concertation/shared/contracts';
import { readComposition as read } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const readComposition = route(fhirEndpoints.readComposition, (services, { principal, params }) =>
  read(services, principal, params.reportId),
);
