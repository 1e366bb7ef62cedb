import type { z } from 'zod';

/**
 * Who may send a request, enforced before its handler and again at each message: `session` any live session,
 * `inside` somebody who is in the call, `moderator` somebody who may run its meeting, or who holds the chair for them.
 */
export type MediaGate = 'session' | 'inside' | 'moderator';

export type MediaRequest<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  gate: MediaGate;
  summary: string;
  input: Input;
  output: Output;
};

/** Declares a request of the signalling socket: one schema for both sides. */
export function mediaRequest<Input extends z.ZodType, Output extends z.ZodType>(
  declaration: MediaRequest<Input, Output>,
): MediaRequest<Input, Output> {
  return declaration;
}
