import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { uploadPath } from '@concertation/shared/contracts';
import { identifier, maximumFileBytes } from '@concertation/shared/domain';
import { type Principal, requireAccess } from '../../access/index.ts';
import { abandonUpload, beginUpload, type FileRow, finishUpload, readUpload } from '../../files/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import type { Services } from '../services.ts';
import { checkCreation } from './check-creation.ts';
import { tusProtocol } from './tus-protocol.ts';

async function principalOf({ sessions }: Services, request: FastifyRequest): Promise<Principal> {
  const principal = await sessions.principalOf(request.headers.cookie);
  if (!principal) throw new AppError('signed_out');
  return principal;
}

/** The upload that a request names, for the account that began it, as long as it may write the case. */
async function findUpload({ database: { db } }: Services, principal: Principal, given: unknown): Promise<FileRow> {
  const fileId = identifier.safeParse(given);
  if (!fileId.success) throw new AppError('not_found');
  const row = await readUpload(db, principal, fileId.data);
  await requireAccess(db, principal, 'case.write', { kind: 'case', id: row.caseId });
  return row;
}

/** How far a document has come, for a client that comes back. Once received, nothing is left to send. */
function sendOffset(reply: FastifyReply, offset: number, { bytes }: FileRow): FastifyReply {
  return reply
    .headers({ 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'upload-length': String(bytes) })
    .status(200)
    .send();
}

/**
 * The resumable uploads, at `uploadPath` (tus 1.0.0: creation, HEAD, PATCH, termination). Whoever writes the case may
 * begin one; after that it belongs to that account alone. Source: SC-68, SC-73, SC-74.
 */
export function receiveUploads(services: () => Services) {
  return async (server: FastifyInstance): Promise<void> => {
    // The bytes are a document, whatever they are said to be: they go to the protocol unread.
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const protocol = tusProtocol(services().files.uploads);
    const bodyLimit = maximumFileBytes;

    server.post(uploadPath, { bodyLimit }, async (request, reply) => {
      const context = services();
      const principal = await principalOf(context, request);
      const creation = await checkCreation(context.database.db, principal, request.headers);
      const fileId = newId();
      return protocol(request, reply, {
        fileId,
        create: () => beginUpload(context, principal, fileId, creation),
        finish: () => finishUpload(context.files, fileId, principal),
      });
    });

    server.route<{ Params: { fileId: string } }>({
      method: ['HEAD', 'PATCH', 'DELETE'],
      url: `${uploadPath}/:fileId`,
      bodyLimit,
      handler: async (request, reply) => {
        const context = services();
        const principal = await principalOf(context, request);
        const row = await findUpload(context, principal, request.params.fileId);
        if (request.method === 'DELETE') {
          await abandonUpload(context.files, row.id);
          return reply.header('tus-resumable', '1.0.0').status(204).send();
        }
        if (request.method === 'HEAD') {
          const received = await finishUpload(context.files, row.id, principal);
          const offset = received ? row.bytes : await context.files.uploads.receivedBytes(row.id);
          if (offset === null) throw new AppError('not_found');
          return sendOffset(reply, offset, row);
        }
        if (row.state !== 'receiving') throw new AppError('wrong_state');
        return protocol(request, reply, {
          fileId: row.id,
          finish: () => finishUpload(context.files, row.id, principal),
        });
      },
    });
  };
}
