import { type EndpointName, endpoints } from '@concertation/shared/contracts';
import { onlineManager, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import type { Input } from './call.ts';

const passing = new Set<string>(['network', 'storage_unavailable', 'unexpected']);

// A page opened without network hears of its return only if it knew that it was away.
onlineManager.setOnline(navigator.onLine ?? true);

/** The cache of what was read. A read is tried again when the trouble may pass by itself; a command never is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      refetchOnReconnect: true,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && passing.has(error.code),
    },
    // What a command carried is not kept once its screen is gone.
    mutations: { networkMode: 'always', retry: false, gcTime: 0 },
  },
});

/** The key under which a read is kept: the endpoint's name, then its input. */
export function readKey<Name extends EndpointName>(name: Name, input?: Input<Name>): readonly unknown[] {
  return input === undefined ? [name] : [name, input];
}

/**
 * Asks again for what changed behind a screen. With an input, that read alone; without, every read of the endpoint.
 * Shown pages fetch at once, others when they are shown. The answer was always asked after this call: a first read that
 * is still on its way may have been answered before the change, and is begun again.
 */
export async function refreshFacts<Name extends EndpointName>(name: Name, input?: Input<Name>): Promise<void> {
  const queryKey = readKey(name, input);
  await queryClient.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined });
  await queryClient.invalidateQueries({ queryKey });
}

/** Forgets everything that was read by somebody signed in: another account must never see it. */
export function forgetReads(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => endpoints[queryKey[0] as EndpointName].gate !== 'public' });
}
