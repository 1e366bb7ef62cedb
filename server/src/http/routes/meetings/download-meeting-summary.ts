import { endpoints } from '@concertation/shared/contracts';
import { meetingSummary } from '../../../reports/index.ts';
import { route } from '../../route.ts';
import { papersRate } from './papers-rate.ts';

export const downloadMeetingSummary = route(
  endpoints.downloadMeetingSummary,
  async (services, { principal, params, reply }) => {
    const pdf = await meetingSummary(services, principal, params.meetingId);
    void reply.header('content-disposition', 'attachment; filename="synthese-de-reunion.pdf"');
    return pdf;
  },
  papersRate,
);
