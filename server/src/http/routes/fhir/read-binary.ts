import { fhirEndpoints } from '@concertation/shared/contracts';
import { followReading } from '../../../deliveries/index.ts';
import { downloadReport } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const readBinary = route(fhirEndpoints.readBinary, async (services, { principal, params, reply }) => {
  const { documentNumber, pdf } = await downloadReport({ ...services, followReading }, principal, params.reportId);
  void reply.header('content-disposition', `attachment; filename="${documentNumber}.pdf"`);
  return pdf;
});
