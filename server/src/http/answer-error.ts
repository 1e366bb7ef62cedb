import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessRefused, recordRefusedAccess } from '../access/index.ts';
import { sendError } from './errors.ts';
import type { Services } from './services.ts';

/**
 * Fastify's error handler: what somebody may not open is recorded where a patient is concerned, whichever hop refused it,
 * the gate, a body or the header of an upload; then it is answered. When it cannot be recorded, that is the answer.
 */
export function answerError(services: () => Services) {
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { principal } = request;
    try {
      if (error instanceof AccessRefused && principal)
        await recordRefusedAccess(services(), principal, error.subject, error.code);
      sendError(error, request, reply);
    } catch (failure) {
      sendError(failure, request, reply);
    }
    return reply;
  };
}
