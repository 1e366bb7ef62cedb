import type { Route } from '../../route.ts';
import { askErasure } from './ask-erasure.ts';
import { decideErasure } from './decide-erasure.ts';
import { exportPersonalData } from './export-personal-data.ts';
import { listErasures } from './list-erasures.ts';
import { listPersonalAccesses } from './list-personal-accesses.ts';
import { readErasure } from './read-erasure.ts';
import { withdrawErasure } from './withdraw-erasure.ts';

export const personalDataRoutes: Route[] = [
  listPersonalAccesses,
  exportPersonalData,
  readErasure,
  askErasure,
  withdrawErasure,
  listErasures,
  decideErasure,
];
