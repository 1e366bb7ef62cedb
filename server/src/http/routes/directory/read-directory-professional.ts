import { endpoints } from '@concertation/shared/contracts';
import { readFromDirectory } from '../../../directory/index.ts';
import { AppError } from '../../../lib/index.ts';
import { route } from '../../route.ts';
import { directoryRate } from './directory-rate.ts';

/** One professional, to fill the form of a registration; `not_found` for one that the directory does not know. Source: SC-13. */
export const readDirectoryProfessional = route(
  endpoints.readDirectoryProfessional,
  async ({ database, liveDirectory }, { params }) => {
    const professional = await readFromDirectory({ database, live: liveDirectory }, params.nationalId);
    if (!professional) throw new AppError('not_found');
    return professional;
  },
  directoryRate,
);
