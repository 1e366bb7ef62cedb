import { endpoints } from '@concertation/shared/contracts';
import { listPersonalAccesses as list } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const listPersonalAccesses = route(endpoints.listPersonalAccesses, ({ database }, { principal }) =>
  list(database.db, principal),
);
