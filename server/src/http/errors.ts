import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type ErrorBody, type ErrorCode } from '@concertation/shared/contracts';
import { driverCode, isDatabaseAway } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { logRefusal } from './log-refusal.ts';

const fromFramework: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_ERR_BAD_URL: 'malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_VALIDATION: 'malformed',
};

/** What plugins throw with a status and no code of their own: a file that is not there, a folder asked as a file. */
const fromStatus: Record<number, ErrorCode> = {
  400: 'malformed',
  403: 'not_found',
  404: 'not_found',
  413: 'too_large',
  429: 'too_many',
};

/** PostgreSQL's word for text that it cannot hold: a NUL character. */
const unstorableText = '22021';

/** Maps whatever was thrown to the closed table; what is unknown becomes `unexpected`, without a detail. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const framework = fromFramework[(error as FastifyError).code];
  if (framework) return new AppError(framework, undefined, { cause: error });
  const byStatus = fromStatus[(error as { statusCode?: number }).statusCode ?? 0];
  if (byStatus) return new AppError(byStatus, undefined, { cause: error });
  if (isDatabaseAway(error)) return new AppError('storage_unavailable', undefined, { cause: error });
  if (driverCode(error) === unstorableText) return new AppError('invalid', undefined, { cause: error });
  return new AppError('unexpected', undefined, { cause: error });
}

/** One body, in the language asked, and a log line that names the request, or that says what was refused. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = toAppError(error);
  if (refusal.status >= 500) request.log.error({ err: refusal.cause ?? error, code: refusal.code }, 'request failed');
  else logRefusal(request, refusal.code);
  const language = request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'fr';
  const body: ErrorBody = {
    code: refusal.code,
    message: errors[refusal.code][language],
    requestId: request.id,
    ...(refusal.details ? { details: refusal.details } : {}),
  };
  // A file that could not be sent has already named the reply's type.
  void reply.status(refusal.status).type('application/json').send(body);
}
