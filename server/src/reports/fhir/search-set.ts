import type { FhirResource } from '@concertation/shared/contracts';

/** Several resources found by a search. */
export function searchSet(resources: FhirResource[]): FhirResource {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.map((resource) => ({
      fullUrl: `urn:uuid:${String(resource.id)}`,
      resource,
      search: { mode: 'match' },
    })),
  };
}
