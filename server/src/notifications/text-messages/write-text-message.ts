import { z } from 'zod';
import { textMessages } from '@concertation/schema';
import { phone } from '@concertation/shared/domain';
import type { Transaction } from '../../database/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { sendTextMessageJob } from './send-text-message-job.ts';

/** A number as it is dialled, and what fits in three messages. */
const envelope = z.object({ recipient: phone, text: z.string().min(1).max(450) });

export type TextMessage = { recipient: string; text: string };
export type SendText = (tx: Transaction, message: TextMessage) => Promise<void>;

/**
 * Writes a text message and queues its sending, in the transaction that makes it necessary. Throws `invalid` for a number
 * that is none.
 */
export function createSendText({ jobs }: { jobs: Jobs }): SendText {
  return async (tx, message) => {
    const parsed = envelope.safeParse(message);
    if (!parsed.success) throw new AppError('invalid', { fields: [{ field: 'phone', problem: 'invalid_format' }] });
    const messageId = newId();
    await tx.insert(textMessages).values({ ...parsed.data, id: messageId, createdAt: new Date() });
    await jobs.enqueue(tx, sendTextMessageJob, { messageId });
  };
}
