/** What narrows « Mes patients »: the two boxes, and the words searched. Source: SC-49. */
export type PatientFilters = { pending: boolean; answered: boolean; search: string };

export const noFilters: PatientFilters = { pending: false, answered: false, search: '' };

/** Whether all patients are shown. */
export const isUnfiltered = ({ pending, answered, search }: PatientFilters): boolean =>
  !pending && !answered && search === '';

/** The filters as the address asks them; a box that is not ticked is not said. */
export function filterQuery({ pending, answered, search }: PatientFilters) {
  return {
    ...(pending ? { pending: 'true' as const } : {}),
    ...(answered ? { answered: 'true' as const } : {}),
    ...(search === '' ? {} : { search }),
  };
}
