import { reportEndpoints } from '@concertation/shared/contracts';
import { readProvenance as read } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const readProvenance = route(reportEndpoints.readProvenance, ({ database }, { params }) =>
  read(database.db, params.reportId),
);
