import { directoryProfessionals } from '@concertation/schema';
import type { DirectoryProfessional } from '@concertation/shared/contracts';

const { nationalId, rpps, title, familyName, givenName, profession, specialties, towns, structures, active } =
  directoryProfessionals;
const { family, given } = directoryProfessionals;

/** The columns that are shown. */
const shownColumns = {
  nationalId,
  rpps,
  title,
  familyName,
  givenName,
  profession,
  specialties,
  towns,
  structures,
  active,
};

/** The same, with the folded names by which what was found is put in order. */
export const foundColumns = { ...shownColumns, family, given };
export type FoundProfessional = Omit<DirectoryProfessional, 'source'> & { family: string; given: string };

/** A row as the contract shows it. */
export function toProfessional(found: FoundProfessional): DirectoryProfessional {
  const { family: _family, given: _given, ...shown } = found;
  return { ...shown, source: 'extraction' };
}
