import { reportEndpoints } from '@concertation/shared/contracts';
import { followReading } from '../../../deliveries/index.ts';
import { downloadReport as download } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const downloadReport = route(reportEndpoints.downloadReport, async (services, { principal, params, reply }) => {
  const { documentNumber, pdf } = await download({ ...services, followReading }, principal, params.reportId);
  void reply.header('content-disposition', `attachment; filename="${documentNumber}.pdf"`);
  return pdf;
});
