import { endpoints } from '@concertation/shared/contracts';
import { listEmergencies as list } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const listEmergencies = route(endpoints.listEmergencies, ({ database }, { params }) =>
  list(database.db, params.caseId),
);
