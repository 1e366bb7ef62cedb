import { fhirEndpoints } from '@concertation/shared/contracts';
import { capabilityStatement } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const readFhirCapabilities = route(fhirEndpoints.readFhirCapabilities, async () => capabilityStatement());
