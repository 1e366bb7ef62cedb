import { z } from 'zod';
import { fileFormats, fileRefusals, fileStates, identifier } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';

/**
 * Path of the resumable uploads (the tus protocol, version 1.0.0). A creation carries the metadata `caseId`, `name`,
 * and for the answer to a question `presentationId` and `questionKey`; or `proof`, one of `proofKinds`, and `name`, for
 * a PDF, JPEG or PNG of at most 10 MB that proves who its sender is. The last part of its Location is the file's id.
 */
export const uploadPath = '/api/uploads';

/** A document of a case. `pages`: how many can be looked at in the page; 0: none. Source: SC-68, SC-73 to SC-75. */
export const fileLine = z.object({
  fileId: identifier,
  name: z.string(),
  bytes: z.number().int(),
  format: z.enum(fileFormats).nullable(),
  state: z.enum(fileStates),
  refusal: z.enum(fileRefusals).nullable(),
  pages: z.number().int(),
  /** An antivirus said it is clean. */
  scanned: z.boolean(),
  presentationId: identifier.nullable(),
  questionKey: z.string().nullable(),
  uploadedBy: z.string(),
  createdAt: z.iso.datetime(),
  removable: z.boolean(),
});
export type FileLine = z.infer<typeof fileLine>;

const caseParams = z.object({ caseId: identifier });
const fileParams = caseParams.extend({ fileId: identifier });
const reads = { action: 'case.read', subject: 'case', param: 'caseId' } as const;

export const fileEndpoints = {
  listFiles: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/files',
    summary: 'The documents of a case, latest first, with those being checked or in quarantine',
    gate: reads,
    params: caseParams,
    response: z.array(fileLine),
  }),
  removeFile: endpoint({
    method: 'DELETE',
    path: '/api/cases/:caseId/files/:fileId',
    summary: 'Remove a document; `forbidden` but for who sent it and who owns the case. It can be restored for 30 days',
    gate: { action: 'case.write', subject: 'case', param: 'caseId' },
    params: fileParams,
    response: z.void(),
  }),
  restoreFile: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/files/:fileId/restoration',
    summary: 'Bring back a removed document',
    gate: { action: 'case.write', subject: 'case', param: 'caseId' },
    params: fileParams,
    response: z.void(),
  }),
  downloadFile: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/files/:fileId/content',
    summary: 'The bytes of a ready document, as an attachment; audited',
    gate: reads,
    params: fileParams,
    response: z.void(),
    binary: 'application/octet-stream',
  }),
  previewFile: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/files/:fileId/pages/:page',
    summary: 'One page of an image or a PDF, drawn as WebP; `width` in pixels',
    gate: reads,
    params: fileParams.extend({ page: z.coerce.number().int().min(1).max(2000) }),
    query: z.object({ width: z.enum(['240', '1600']).default('1600') }),
    response: z.void(),
    binary: 'image/webp',
  }),
  listFileEntries: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/files/:fileId/entries',
    summary: 'What a ZIP holds: names and sizes, at most 500',
    gate: reads,
    params: fileParams,
    response: z.object({
      entries: z.array(z.object({ name: z.string(), bytes: z.number() })),
      total: z.number().int(),
    }),
  }),
};
