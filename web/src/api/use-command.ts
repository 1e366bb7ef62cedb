import type { EndpointName } from '@concertation/shared/contracts';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ApiError } from './api-error.ts';
import { type Answer, call, type Input } from './call.ts';
import { refreshFacts } from './query-client.ts';

/**
 * Sends a command: `const share = useCommand('shareCase', { refreshes: ['readCase'] })`, then
 * `share.mutateAsync({ params, body })`. `share.error` is an ApiError. It is done once the named reads are fresh again;
 * a refusal (`stale`, `wrong_state`…) refreshes them too, so that the screen shows why.
 */
export function useCommand<Name extends EndpointName>(
  name: Name,
  { refreshes = [] }: { refreshes?: readonly EndpointName[] } = {},
): UseMutationResult<Answer<Name>, ApiError, Input<Name>> {
  const send = call as (name: Name, input: Input<Name>) => Promise<Answer<Name>>;
  return useMutation<Answer<Name>, ApiError, Input<Name>>({
    mutationFn: (input) => send(name, input),
    onSettled: async () => {
      await Promise.all(refreshes.map((read) => refreshFacts(read)));
    },
  });
}
