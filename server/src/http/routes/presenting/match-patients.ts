import { endpoints } from '@concertation/shared/contracts';
import { matchPatients as match } from '../../../cases/index.ts';
import { route } from '../../route.ts';

/** Like « Mes patients », it shows identities that one may read, not a sheet: it is not audited one by one. */
export const matchPatients = route(endpoints.matchPatients, async ({ database }, { principal, body }) =>
  match(database.db, principal.accountId, body),
);
