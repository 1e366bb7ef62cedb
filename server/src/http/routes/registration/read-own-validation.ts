import { endpoints } from '@concertation/shared/contracts';
import { readOwnValidation as read } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const readOwnValidation = route(endpoints.readOwnValidation, ({ database }, { principal }) =>
  read(database.db, principal.accountId),
);
