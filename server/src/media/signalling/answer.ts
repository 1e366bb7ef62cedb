import {
  type ErrorCode,
  type MediaGate,
  type MediaRequestName,
  mediaRequests,
  type RequestFrame,
} from '@concertation/shared/contracts';
import { isDatabaseAway } from '../../database/index.ts';
import { AppError, type Logger, newId, Sparing } from '../../lib/index.ts';
import { type Asking, placeOf } from './handler.ts';
import { handlers } from './handlers.ts';

const spoken = new Sparing(1000);

/** Throws `forbidden`. Before what only a moderator may do, their roles are read again. Rule MED-22. */
async function passGate(asking: Asking, gate: MediaGate): Promise<void> {
  if (gate === 'session') return;
  const { call, me } = placeOf(asking);
  if (gate === 'inside') return;
  await asking.needs.rights.check(call, me);
  if (call.seatOn(asking.socket) !== me || !call.room.isModerator(me.seat)) throw new AppError('forbidden');
}

async function handle(asking: Asking, { request, data }: RequestFrame): Promise<unknown> {
  if (!Object.hasOwn(mediaRequests, request)) throw new AppError('malformed');
  const name = request as MediaRequestName;
  const { gate, input, output } = mediaRequests[name];
  await passGate(asking, gate);
  const parsed = input.safeParse(data);
  if (!parsed.success) throw new AppError('malformed');
  return output.parse(await handlers[name](asking, parsed.data as never));
}

/** Answers one request: who → gate → input → handler → contract. Whatever is thrown becomes a code of the closed table; a refusal leaves a line (AUT-37). */
export async function answer(
  asking: Asking,
  log: Logger,
  frame: RequestFrame,
): Promise<{ data: unknown } | { error: ErrorCode }> {
  try {
    return { data: await handle(asking, frame) };
  } catch (error) {
    const code = error instanceof AppError ? error.code : isDatabaseAway(error) ? 'storage_unavailable' : 'unexpected';
    // The name of the request is the client's until it is known to be one of ours.
    const request = Object.hasOwn(mediaRequests, frame.request) ? frame.request : null;
    // A refusal is an answer like another, unless something of ours failed behind it.
    if (error instanceof AppError && error.cause === undefined) {
      const { accountId } = asking.socket.principal;
      if (spoken.take(`${code} ${request} ${accountId}`))
        log.info({ code, request, accountId }, 'media request refused');
      return { error: code };
    }
    log.error({ err: error, request, code, requestId: newId() }, 'media request failed');
    return { error: code };
  }
}
