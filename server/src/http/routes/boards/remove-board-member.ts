import { endpoints } from '@concertation/shared/contracts';
import { removeBoardMember as remove } from '../../../boards/index.ts';
import { route } from '../../route.ts';

export const removeBoardMember = route(endpoints.removeBoardMember, async (services, { principal, params }) =>
  remove(services, principal, params),
);
