import { endpoints } from '@concertation/shared/contracts';
import { listAccounts as list } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const listAccounts = route(endpoints.listAccounts, ({ database }, { query }) => list(database.db, query));
