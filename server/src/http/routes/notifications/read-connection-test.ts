import { endpoints } from '@concertation/shared/contracts';
import { readConnectionTest as read } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

export const readConnectionTest = route(endpoints.readConnectionTest, async ({ database }, { principal }) => {
  const test = await read(database.db, principal.accountId);
  return test && { ...test, at: test.at.toISOString() };
});
