import { inArray } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import { type AddressReaders, addressReaders, type Service, services } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';

type Choices = Pick<typeof accounts.$inferSelect, 'services' | 'addressReaders'>;

/** The places that an account chose, in the order of the navigation, each once. Source: PA-18. */
export const servicesOf = (row: Pick<Choices, 'services'>): Service[] =>
  services.filter((service) => row.services.includes(service));

/** Who sees the address of an account; a word that is not known shows it to nobody. Source: PA-19. */
export const addressReadersOf = (row: Pick<Choices, 'addressReaders'>): AddressReaders =>
  addressReaders.find((readers) => readers === row.addressReaders) ?? 'nobody';

/**
 * Of these accounts, the addresses that they show to somebody who works with those of `beside`, in one query: the others,
 * and guests, are absent from the map. Source: PA-19.
 */
export async function readShownAddresses(
  executor: Executor,
  accountIds: string[],
  beside: ReadonlySet<string>,
): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await executor
    .select({ id: accounts.id, email: accounts.email, addressReaders: accounts.addressReaders })
    .from(accounts)
    .where(inArray(accounts.id, accountIds));
  return new Map(
    rows.flatMap(({ id, email, ...row }) => {
      const readers = addressReadersOf(row);
      const isShown = readers === 'everybody' || (readers === 'colleagues' && beside.has(id));
      return email !== null && isShown ? [[id, email] as const] : [];
    }),
  );
}
