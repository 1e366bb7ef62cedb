import { endpoints } from '@concertation/shared/contracts';
import { searchDirectory as search } from '../../../directory/index.ts';
import { route } from '../../route.ts';
import { directoryRate } from './directory-rate.ts';

/** Professionals by family name, first name or RPPS number, before anybody has an account. Source: SC-12. */
export const searchDirectory = route(
  endpoints.searchDirectory,
  ({ database, liveDirectory }, { query }) => search({ database, live: liveDirectory }, query.search),
  directoryRate,
);
