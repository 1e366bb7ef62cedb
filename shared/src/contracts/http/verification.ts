import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { verification } from './reports.ts';

/** What a file shown to the public page is: the verdict of anybody, and what the establishment that signed it knows. VER-6. */
export const checkedFile = verification.extend({
  /** Null for a file that is not whole: nothing is said of it. */
  copy: z
    .object({
      /** What is signed of it is, byte for byte, what this installation signed. */
      signedHere: z.boolean(),
      documentNumber: z.string().nullable(),
      /** The latest signed document that cancels and replaces it. */
      replacedBy: z.string().nullable(),
    })
    .nullable(),
});
export type CheckedFile = z.infer<typeof checkedFile>;

/** A report with its attachments is a few hundred kilobytes; the longest seen in tests, two megabytes. */
export const verifiedFileBytes = 8 * 1024 * 1024;

export const verificationEndpoints = {
  checkFile: endpoint({
    method: 'POST',
    path: '/api/verification',
    summary:
      'Whether a report’s PDF is whole, and whether a later version replaced it; it is not kept. `unverifiable` when it could not be read in time',
    gate: 'public',
    body: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
    upload: { type: 'application/pdf', maxBytes: verifiedFileBytes },
    response: checkedFile,
  }),
};
