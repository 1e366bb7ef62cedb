import type { Person } from '@concertation/shared/contracts';

/** Where a route puts the field that finds a colleague. */
export type PickerSlot = {
  label: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  excluded: readonly string[];
};
