import { z } from 'zod';

/** Adds to one signed report the timestamp that it lacks. One per report at a time; it finds its own work already done. */
export const extendJob = {
  name: 'report.extend-signature',
  data: z.object({ reportId: z.string() }),
  key: ({ reportId }: { reportId: string }) => reportId,
};
