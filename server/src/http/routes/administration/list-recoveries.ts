import { endpoints } from '@concertation/shared/contracts';
import { listRecoveries as list } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const listRecoveries = route(endpoints.listRecoveries, ({ database }) => list(database.db));
