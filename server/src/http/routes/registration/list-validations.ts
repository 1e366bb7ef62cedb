import { endpoints } from '@concertation/shared/contracts';
import { listValidations as list } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const listValidations = route(endpoints.listValidations, ({ database }, { query }) =>
  list(database.db, query.state),
);
