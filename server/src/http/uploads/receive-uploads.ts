import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { uploadPath } from '@concertation/shared/contracts';
import { identifier, maximumFileBytes } from '@concertation/shared/domain';
import type { Visit } from '../../auth/index.ts';
import { abandonUpload, beginUpload, type FileRow, finishUpload, readUpload } from '../../files/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import type { Services } from '../services.ts';
import { checkCreation } from './check-creation.ts';
import { passHolder } from './pass-holder.ts';
import { tusProtocol } from './tus-protocol.ts';

async function visitOf({ sessions }: Services, request: FastifyRequest): Promise<Visit> {
  const visit = await sessions.visitOf(request.headers.cookie);
  if (!visit) throw new AppError('signed_out');
  request.principal = visit.principal;
  if (visit.locked) throw new AppError('screen_locked');
  return visit;
}

/** The upload that a request names, for the account that began it, as long as it may send it. */
async function findUpload({ database: { db } }: Services, visit: Visit, given: unknown): Promise<FileRow> {
  const fileId = identifier.safeParse(given);
  if (!fileId.success) throw new AppError('not_found');
  const row = await readUpload(db, visit.principal, fileId.data);
  await passHolder(db, visit, row.caseId);
  return row;
}

/** The last byte came: whoever sent it may still do so, or what they sent is given up. */
async function finish(context: Services, request: FastifyRequest, fileId: string, caseId: string | null) {
  try {
    const visit = await visitOf(context, request);
    await passHolder(context.database.db, visit, caseId);
    return await finishUpload(context.files, fileId, visit.principal);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) await abandonUpload(context.files, fileId);
    throw error;
  }
}

/** How far a document has come, for a client that comes back. Once received, nothing is left to send. */
function sendOffset(reply: FastifyReply, offset: number, { bytes }: FileRow): FastifyReply {
  return reply
    .headers({ 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'upload-length': String(bytes) })
    .status(200)
    .send();
}

/**
 * The resumable uploads, at `uploadPath` (tus 1.0.0: creation, HEAD, PATCH, termination). Whoever writes the case, or has
 * a proof to send, may begin one; after that it belongs to that account alone. Source: SC-23, SC-68, SC-73, SC-74.
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
      const visit = await visitOf(context, request);
      const { principal } = visit;
      const creation = await checkCreation(context.database.db, visit, request.headers);
      const fileId = newId();
      return protocol(request, reply, {
        fileId,
        create: () => beginUpload(context, principal, fileId, creation),
        finish: () => finish(context, request, fileId, 'caseId' in creation ? creation.caseId : null),
      });
    });

    server.route<{ Params: { fileId: string } }>({
      method: ['HEAD', 'PATCH', 'DELETE'],
      url: `${uploadPath}/:fileId`,
      bodyLimit,
      handler: async (request, reply) => {
        const context = services();
        const visit = await visitOf(context, request);
        const { principal } = visit;
        const row = await findUpload(context, visit, request.params.fileId);
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
          finish: () => finish(context, request, row.id, row.caseId),
        });
      },
    });
  };
}
