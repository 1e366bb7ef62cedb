import { isRpps } from '@concertation/shared/domain';
import type { DirectoryProfessional } from '@concertation/shared/contracts';
import type { Logger } from '../../lib/index.ts';
import type { FoundProfessionals } from '../searching/search-professionals.ts';
import { nameReadings, readTypedSearch } from '../searching/typed-search.ts';
import { createCallRate } from './call-rate.ts';
import { type FhirResources, idOf, readBundle, toProfessional } from './fhir-bundle.ts';

/** The national directory asked on line (FHIR). Its failures are answers: nobody is kept from registering by them. */
export type LiveDirectory = {
  /** `not_asked`: what was typed is no name and no whole number. */
  search: (text: string) => Promise<FoundProfessionals | 'not_asked' | 'unavailable'>;
  /** By national identification; null when it is unknown or the directory does not answer. */
  read: (nationalId: string) => Promise<DirectoryProfessional | null>;
};

export type LiveDirectoryOptions = {
  /** The base, such as `https://gateway.api.esante.gouv.fr/fhir/v2`. */
  address: string;
  key: string;
  log: Logger;
  timeoutMs?: number;
  callsPerSecond?: number;
};

/** The directory's own limits. Source: domain.md 3.3. */
const callsPerSecond = 17;
const timeoutMs = 30_000;
const page = 50;
const shown = 20;
const longestAnswer = 8 * 1024 * 1024;
/** Whoever would wait longer for a turn is told to type the rest by hand. */
const longestWaitMs = 2000;

async function readJson(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > longestAnswer) throw new Error('the answer is too long');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** Asks the FHIR directory of the Agence du numérique en santé, within its limits. Source: domain.md 3.3. */
export function createLiveDirectory(options: LiveDirectoryOptions): LiveDirectory {
  const rate = createCallRate(options.callsPerSecond ?? callsPerSecond, longestWaitMs);
  const base = options.address.replace(/\/+$/, '');

  async function ask(resource: string, query: Record<string, string>): Promise<FhirResources> {
    if (!(await rate.turn())) throw new Error('too many calls are waiting');
    const address = `${base}/${resource}?${new URLSearchParams({ ...query, _count: String(page) }).toString()}`;
    const response = await fetch(address, {
      headers: { 'ESANTE-API-KEY': options.key, accept: 'application/fhir+json' },
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the directory answered ${response.status}`);
    }
    return readBundle(await readJson(response));
  }

  /** Where people work is said by other resources: one more call. Without it, people are shown without a town. */
  async function placesOf({ roles }: FhirResources): Promise<FhirResources['organisations']> {
    const ids = [...new Set(roles.map(({ organization }) => idOf(organization)).filter(Boolean))].slice(0, page);
    if (ids.length === 0) return [];
    try {
      return (await ask('Organization', { _id: ids.join(',') })).organisations;
    } catch (error) {
      options.log.warn({ err: error }, 'live directory: no structures');
      return [];
    }
  }

  async function find(query: Record<string, string>): Promise<DirectoryProfessional[]> {
    const found = await ask('Practitioner', { ...query, _revinclude: 'PractitionerRole:practitioner' });
    if (found.practitioners.length === 0) return [];
    const organisations = await placesOf(found);
    return found.practitioners
      .map((one) => toProfessional(one, { ...found, organisations }))
      .filter((one) => one !== null);
  }

  async function findTyped(text: string): Promise<DirectoryProfessional[] | 'not_asked'> {
    const typed = readTypedSearch(text);
    if (!typed || (typed.kind === 'number' && !isRpps(typed.digits))) return 'not_asked';
    if (typed.kind === 'number') return find({ identifier: typed.digits });
    const [only = '', ...others] = typed.words;
    if (others.length === 0) return find({ name: only });
    // The first two readings, « nom prénom » and « prénom nom »: each is a call, and calls are counted.
    for (const { family, given } of nameReadings(typed.words).slice(0, 2)) {
      const found = await find({ family, given });
      if (found.length > 0) return found;
    }
    return [];
  }

  return {
    search: async (text) => {
      try {
        const found = await findTyped(text);
        if (found === 'not_asked') return found;
        return { professionals: found.slice(0, shown), more: found.length > shown };
      } catch (error) {
        options.log.warn({ err: error }, 'live directory does not answer');
        return 'unavailable';
      }
    },
    read: async (nationalId) => {
      const number = nationalId.slice(1);
      if (!nationalId.startsWith('8') || !isRpps(number)) return null;
      try {
        return (await find({ identifier: number })).find((one) => one.nationalId === nationalId) ?? null;
      } catch (error) {
        options.log.warn({ err: error }, 'live directory does not answer');
        return null;
      }
    },
  };
}
