import { Readable } from 'node:stream';
import { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, uploadPath } from '@concertation/shared/contracts';
import { maximumFileBytes } from '@concertation/shared/domain';
import type { Uploads } from '../../files/index.ts';
import { AppError } from '../../lib/index.ts';

/** What a passed request is about: the document's id, what must be written before its first byte and after its last. */
export type PassedUpload = { fileId: string; create?: () => Promise<void>; finish: () => Promise<unknown> };

/** The protocol's own refusals, as codes of the closed table: the client tries again after a 409 and a 5xx. */
const refusals: Record<number, ErrorCode> = { 404: 'not_found', 409: 'stale', 410: 'not_found', 413: 'file_too_large' };

/** The headers of an answer that leave; what is for other origins does not. */
const kept = ['location', 'upload-offset', 'upload-length', 'upload-expires'];

/**
 * The tus protocol over requests that have passed every check: the library only moves bytes, to the place that `uploads`
 * keeps for them. Its answers and refusals leave as any other of this server.
 */
export function tusProtocol(uploads: Uploads) {
  const passed = new WeakMap<Request, PassedUpload>();
  // What a hook throws comes out of the library as text: the error itself is kept aside.
  const thrown = new WeakMap<Request, Error>();
  const server = new Server({
    path: uploadPath,
    datastore: uploads.datastore,
    maxSize: maximumFileBytes,
    relativeLocation: true,
    allowedOrigins: () => false,
    namingFunction: (request) => passed.get(request)?.fileId ?? '',
    // The name and the case are rows: nothing of them is written beside the bytes.
    onUploadCreate: async (request) => {
      await passed.get(request)?.create?.();
      return { metadata: {} };
    },
    onUploadFinish: async (request) => {
      await passed.get(request)?.finish();
      return {};
    },
    onResponseError: (request, error) => {
      if (error instanceof Error && !('status_code' in error)) thrown.set(request, error);
      return undefined;
    },
  });

  return async (request: FastifyRequest, reply: FastifyReply, upload: PassedUpload): Promise<FastifyReply> => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const asked = new Request(new URL(request.url, 'http://upload'), {
      method: request.method,
      headers,
      ...(request.method === 'PATCH' || request.method === 'POST'
        ? { body: Readable.toWeb(request.raw) as ReadableStream, duplex: 'half' as const }
        : {}),
    });
    passed.set(asked, upload);
    const answer = await server.handleWeb(asked);
    void reply.header('tus-resumable', '1.0.0');
    const error = thrown.get(asked);
    if (error) throw error;
    if (answer.status >= 400)
      throw new AppError(refusals[answer.status] ?? (answer.status < 500 ? 'malformed' : 'unexpected'), undefined, {
        cause: new Error(`upload refused: ${await answer.text()}`),
      });
    for (const name of kept) {
      const value = answer.headers.get(name);
      if (value !== null) void reply.header(name, value);
    }
    return reply.status(answer.status).send();
  };
}
