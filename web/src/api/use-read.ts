import type { EndpointName } from '@concertation/shared/contracts';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiError } from './api-error.ts';
import { type Answer, call, type Input, type InputArgument } from './call.ts';
import { readKey } from './query-client.ts';

export type ReadOptions = {
  /** False waits before asking. */
  enabled?: boolean;
  /** Asks again every so many milliseconds while the page is shown. */
  refreshEvery?: number;
  /** While the input changes (a search), goes on showing the previous answer. */
  keepPrevious?: boolean;
};

/** Reads an endpoint, and keeps its answer under its name and input. */
export function useRead<Name extends EndpointName>(
  name: Name,
  ...[input, options]: [...InputArgument<Name>, options?: ReadOptions]
): UseQueryResult<Answer<Name>, ApiError> {
  const { enabled = true, refreshEvery, keepPrevious = false } = (options ?? {}) as ReadOptions;
  const read = call as (name: Name, input: unknown, signal: AbortSignal) => Promise<Answer<Name>>;
  const query = useQuery<Answer<Name>, ApiError>({
    queryKey: readKey(name, input as Input<Name> | undefined),
    queryFn: ({ signal }) => read(name, input, signal),
    enabled,
    ...(refreshEvery === undefined ? {} : { refetchInterval: refreshEvery }),
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
  return query;
}
