import { endpoints } from '@concertation/shared/contracts';
import { listErasures as list } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const listErasures = route(endpoints.listErasures, ({ database }) => list(database.db));
