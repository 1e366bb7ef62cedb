import { errors } from 'mediasoup';
import { AppError } from '../../lib/index.ts';

/**
 * Runs what came off the wire through mediasoup, whose own words go no further: they quote what was sent. Throws
 * `call_unavailable` when the worker died meanwhile, `malformed` for everything else that mediasoup refuses.
 */
export async function fromWire<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(error instanceof errors.WorkerClosedError ? 'call_unavailable' : 'malformed');
  }
}

/** Asks something of the engine itself, nothing of it from the wire. Throws `call_unavailable`, with the cause for the log. */
export async function fromEngine<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('call_unavailable', undefined, { cause: error });
  }
}
