import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '@concertation/shared/contracts';
import { AppError } from '../lib/index.ts';

/** Bodies of one address of the server that are held in memory at the same time. */
const mostAtOnce = 8;
/** How long a body may take to arrive. */
const patienceMs = 60_000;

const typeOf = ({ headers }: FastifyRequest): string | undefined =>
  headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();

/**
 * What is asked of an upload before a byte of it is read, as a hook of its route: that it is of its type (`malformed`)
 * and that not too many are on their way (`too_many`). One whose body has not come in time is cut.
 */
export function guardUpload({ type }: NonNullable<Endpoint['upload']>, limits = { mostAtOnce, patienceMs }) {
  let underWay = 0;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const patience = setTimeout(() => request.raw.destroy(), limits.patienceMs).unref();
    request.raw.once('end', () => clearTimeout(patience));
    request.raw.once('close', () => clearTimeout(patience));
    if (typeOf(request) !== type) throw new AppError('malformed');
    if (underWay >= limits.mostAtOnce) throw new AppError('too_many');
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
    });
  };
}
