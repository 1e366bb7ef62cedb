import { z } from 'zod';

/** Renders and signs one frozen report. One per report at a time; it finds its own work already done. */
export const renderSignJob = {
  name: 'report.render-sign',
  data: z.object({ reportId: z.string() }),
  key: ({ reportId }: { reportId: string }) => reportId,
};
