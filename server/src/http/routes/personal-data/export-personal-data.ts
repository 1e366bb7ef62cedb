import { endpoints } from '@concertation/shared/contracts';
import { exportPersonalData as write } from '../../../administration/index.ts';
import { route } from '../../route.ts';
import { personalDataRate } from './personal-data-rate.ts';

/** Named after the day, never after the person: files are left on computers that others use. */
export const exportPersonalData = route(
  endpoints.exportPersonalData,
  async (services, { principal, query, reply }) => {
    const day = new Date().toISOString().slice(0, 10);
    const content = await write(services, principal, query.format);
    void reply.header('content-disposition', `attachment; filename="mes-donnees-${day}.${query.format}"`);
    return content;
  },
  personalDataRate,
);
