import { z } from 'zod';
import { identifier } from '@concertation/shared/domain';

const data = z.object({ fileId: identifier });

/** Inspecting one document and asking the antivirus about it. */
export const checkFileJob = { name: 'check-file', data, key: ({ fileId }: z.infer<typeof data>) => fileId };
