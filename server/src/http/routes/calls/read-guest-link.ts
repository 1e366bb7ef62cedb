import { endpoints } from '@concertation/shared/contracts';
import { readGuestLink as read } from '../../../calls/index.ts';
import { route } from '../../route.ts';
import { linkRate } from './guest-rate.ts';

export const readGuestLink = route(
  endpoints.readGuestLink,
  async ({ database }, { params }) => read(database.db, params.token),
  linkRate,
);
