import { organisationEndpoints } from '@concertation/shared/contracts';
import { listPortals as list } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

export const listPortals = route(organisationEndpoints.listPortals, ({ database }) => list(database.db));
