import type { Route } from '../../route.ts';
import { readBinary } from './read-binary.ts';
import { readComposition } from './read-composition.ts';
import { readDocumentReference } from './read-document-reference.ts';
import { readFhirCapabilities } from './read-fhir-capabilities.ts';
import { searchDocumentReferences } from './search-document-references.ts';

export const fhirRoutes: Route[] = [
  readFhirCapabilities,
  searchDocumentReferences,
  readDocumentReference,
  readComposition,
  readBinary,
];
