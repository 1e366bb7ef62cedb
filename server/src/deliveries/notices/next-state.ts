import type { Delivery } from '@concertation/shared/contracts';
import type { Said } from './notice.ts';

type State = Pick<Delivery, 'state' | 'failure'>;

const open: readonly Delivery['state'][] = ['waiting', 'sent', 'delivered'];

/**
 * What a delivery becomes by a notice; null: nothing changes. A notice may come before we noted that the mail left. What
 * was read stays read, and what somebody settled stays settled. Rule DLV-8.
 */
export function nextState({ state, failure }: State, { kind, code }: Said): State | null {
  if (state === 'read' || state === 'settled') return null;
  if (kind === 'displayed') return { state: 'read', failure: null };
  if (kind === 'delayed') return null;
  if (kind === 'failed') return open.includes(state) ? { state: 'failed', failure: 'undelivered' } : null;
  if (kind === 'processed' && code !== null)
    return failure === 'not_integrated' ? null : { state: 'failed', failure: 'not_integrated' };
  const neverLeft = state === 'failed' && failure === 'unreachable';
  return state === 'waiting' || state === 'sent' || neverLeft ? { state: 'delivered', failure: null } : null;
}
