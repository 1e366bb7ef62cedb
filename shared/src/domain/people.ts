import { z } from 'zod';

/** How a person is addressed. Source: features.md SC-39. */
export const titles = ['Dr', 'Pr', 'M.', 'Mme'] as const;
export const title = z.enum(titles);
export type Title = z.infer<typeof title>;

/** The name other people see, everywhere: title, given name, family name. */
export function displayName(person: { title: string; givenName: string; familyName: string }): string {
  return `${person.title} ${person.givenName} ${person.familyName}`;
}
