import { endpoints } from '@concertation/shared/contracts';
import { recordConnectionTest as record } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

export const recordConnectionTest = route(endpoints.recordConnectionTest, ({ database }, { principal, body }) =>
  record(database.db, principal.accountId, body),
);
