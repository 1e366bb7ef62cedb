import type { TextMessage } from './write-text-message.ts';

/** Hands one text message to the provider. Throws TextUndelivered. */
export type DeliverText = (message: TextMessage & { id: string }) => Promise<void>;

/** Why a message did not leave. `permanent`: the provider refused this message, and would again. */
export class TextUndelivered extends Error {
  readonly permanent: boolean;

  constructor(reason: string, permanent: boolean) {
    super(reason);
    this.name = 'TextUndelivered';
    this.permanent = permanent;
  }
}

const withinMs = 10_000;
/** Refusals of the message itself; those of the key, of the pace or of the provider's day are tried again. */
const permanent = new Set([400, 404, 410, 413, 422]);

/**
 * Sends by HTTP: a POST of `{ to, text }` in JSON with a bearer token, answered by any 2xx. `Idempotency-Key` is the
 * message's id, so that a repeated send may be recognised. What the provider answers is not kept: it may repeat the text.
 */
export function httpTextDelivery({ url, token }: { url: string; token: string }): DeliverText {
  return async ({ id, recipient, text }) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ to: recipient, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    }).catch((error: unknown) => {
      const { name } = error as { name?: string };
      throw new TextUndelivered(name === 'TimeoutError' ? 'TIMEOUT' : 'CONNECTION', false);
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new TextUndelivered(`HTTP ${answer.status}`, permanent.has(answer.status));
  };
}
