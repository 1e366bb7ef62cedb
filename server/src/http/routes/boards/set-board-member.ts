import { endpoints } from '@concertation/shared/contracts';
import { setBoardMember as set } from '../../../boards/index.ts';
import { route } from '../../route.ts';

export const setBoardMember = route(endpoints.setBoardMember, async (services, { principal, params, body }) =>
  set(services, principal, { ...params, ...body }),
);
