import type { Endpoint } from '@concertation/shared/contracts';

type Value = string | number | boolean | null | undefined;
type Values = Record<string, Value> | undefined;

/** The path parameters and the query of a call, whatever the endpoint. */
export type AddressInput = { params?: Values; query?: Values };

/** The address of an endpoint with its path parameters and its query filled in; empty query values are left out. */
export function addressOf({ path }: Pick<Endpoint, 'path'>, params: Values, query: Values): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params?.[name];
    if (typeof value !== 'string' || value === '') throw new Error(`address without ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}
