import { endpoints } from '@concertation/shared/contracts';
import { attendanceCertificate } from '../../../reports/index.ts';
import { route } from '../../route.ts';
import { papersRate } from './papers-rate.ts';

export const downloadAttendanceCertificate = route(
  endpoints.downloadAttendanceCertificate,
  async (services, { principal, params, roles, reply }) => {
    const pdf = await attendanceCertificate(services, principal, { ...params, roles });
    void reply.header('content-disposition', 'attachment; filename="attestation-de-presence.pdf"');
    return pdf;
  },
  papersRate,
);
