import { verificationEndpoints } from '@concertation/shared/contracts';
import { checkFile as check, openAuthority } from '../../../reports/index.ts';
import { route } from '../../route.ts';

/** Reading a file takes a thread for up to seconds: one address does not hold them all. */
const rate = { perMinute: 10 };

export const checkFile = route(
  verificationEndpoints.checkFile,
  ({ database, openKey, configuration }, { body }) => {
    const timeRoots = openAuthority(configuration.timestamps)?.roots ?? [];
    return check({ database, openKey, timeRoots }, body);
  },
  rate,
);
