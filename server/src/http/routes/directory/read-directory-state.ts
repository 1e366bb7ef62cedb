import { endpoints } from '@concertation/shared/contracts';
import { readDirectoryState as read } from '../../../directory/index.ts';
import { route } from '../../route.ts';
import { directoryRate } from './directory-rate.ts';

/** What the directory of this server holds, and of which day. Source: SC-10. */
export const readDirectoryState = route(
  endpoints.readDirectoryState,
  ({ database, liveDirectory }) => read({ database, live: liveDirectory }),
  directoryRate,
);
