import type { BoardSettings } from '@concertation/shared/contracts';
import { foldText } from '@concertation/shared/domain';

/**
 * The columns that a coordinator's settings fill. `organisations` are the names of the organisations they choose: the
 * first is announced beside the board's name, all of them find it.
 */
export function boardColumns({ organisationIds: _attached, ...settings }: BoardSettings, organisations: string[]) {
  return { ...settings, organisation: organisations[0] ?? '', searchText: searchTextOf(settings, organisations) };
}

/** What a search for a board compares, as `foldText` writes it. */
export function searchTextOf(
  { name, field = '', place = '' }: { name: string; field?: string; place?: string },
  organisations: string[],
): string {
  return foldText([name, field, place, ...organisations].join(' '));
}
