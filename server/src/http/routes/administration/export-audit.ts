import { endpoints } from '@concertation/shared/contracts';
import { exportAudit as write } from '../../../administration/index.ts';
import { route } from '../../route.ts';

/** Named after the day of the export: what was sought stays in the audit. */
export const exportAudit = route(endpoints.exportAudit, async (services, { principal, query, reply }) => {
  const day = new Date().toISOString().slice(0, 10);
  const content = await write(services, principal, query);
  void reply.header('content-disposition', `attachment; filename="audit-${day}.csv"`);
  return content;
});
