import type { CallClient } from './call-state.ts';

/** The client and mediasoup, fetched when somebody first goes towards a call. */
export async function loadCallClient(): Promise<CallClient> {
  const { createCallClient } = await import('./client/create-call-client.ts');
  return createCallClient();
}
