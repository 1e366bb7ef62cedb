import { z } from 'zod';
import { isRpps } from '@concertation/shared/domain';
import type { DirectoryProfessional } from '@concertation/shared/contracts';

/** Only what is read is named: the rest of FHIR passes by. Lists are short because a page is of 50. */
const text = z.string().max(500);
const coded = z.object({
  coding: z.array(z.object({ system: text.optional(), code: text.optional(), display: text.optional() })).optional(),
  text: text.optional(),
});
const practitioner = z.object({
  resourceType: z.literal('Practitioner'),
  id: text,
  active: z.boolean().optional(),
  identifier: z.array(z.object({ value: text.optional() })).default([]),
  name: z
    .array(
      z.object({
        family: text.optional(),
        given: z.array(text).optional(),
        prefix: z.array(text).optional(),
        suffix: z.array(text).optional(),
      }),
    )
    .default([]),
  qualification: z.array(z.object({ code: coded })).default([]),
});
const reference = z.object({ reference: text.optional() });
const role = z.object({
  resourceType: z.literal('PractitionerRole'),
  active: z.boolean().optional(),
  practitioner: reference.optional(),
  organization: reference.optional(),
});
const organisation = z.object({
  resourceType: z.literal('Organization'),
  id: text,
  name: text.optional(),
  address: z.array(z.object({ city: text.optional() })).default([]),
});
const other = z.object({ resourceType: text });
const bundle = z.object({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(z.object({ resource: z.unknown() }))
    .max(2000)
    .default([]),
});

export type FhirPractitioner = z.infer<typeof practitioner>;
export type FhirRole = z.infer<typeof role>;
export type FhirOrganisation = z.infer<typeof organisation>;
export type FhirResources = { practitioners: FhirPractitioner[]; roles: FhirRole[]; organisations: FhirOrganisation[] };

const shownPlaces = 3;
const titles: Record<string, string> = { DR: 'Dr', PR: 'Pr', M: 'M.', MME: 'Mme', MLLE: 'Mme' };

/** Sorts the resources of a bundle by kind. Throws what zod throws for what is no bundle of FHIR. */
export function readBundle(json: unknown): FhirResources {
  const resources: FhirResources = { practitioners: [], roles: [], organisations: [] };
  for (const { resource } of bundle.parse(json).entry) {
    const { resourceType } = other.parse(resource);
    if (resourceType === 'Practitioner') resources.practitioners.push(practitioner.parse(resource));
    if (resourceType === 'PractitionerRole') resources.roles.push(role.parse(resource));
    if (resourceType === 'Organization') resources.organisations.push(organisation.parse(resource));
  }
  return resources;
}

/** The id that a reference such as `Organization/001-02` names. */
export const idOf = (to: { reference?: string | undefined } | undefined): string =>
  to?.reference?.split('/').at(-1) ?? '';

function nationalIdOf({ identifier, id }: FhirPractitioner): string {
  const values = identifier.map(({ value = '' }) => value);
  const national = values.find((value) => /^8\d{11}$/.test(value) && isRpps(value.slice(1)));
  const rpps = values.find(isRpps);
  return national ?? (rpps ? `8${rpps}` : (values.find((value) => /^[0-9A-Za-z-]{1,40}$/.test(value)) ?? id));
}

/** A practitioner with their roles and where they hold them, as the extraction would tell it; null without a name. */
export function toProfessional(one: FhirPractitioner, resources: FhirResources): DirectoryProfessional | null {
  const name = one.name.find(({ family }) => family);
  if (!name?.family) return null;
  const nationalId = nationalIdOf(one);
  const labels = one.qualification.flatMap(({ code }) => code.coding ?? []);
  const displayed = (system: RegExp) =>
    labels.filter((label) => system.test(label.system ?? '') && label.display).map(({ display }) => display as string);
  const roles = resources.roles.filter((held) => idOf(held.practitioner) === one.id && held.active !== false);
  const places = resources.organisations.filter(({ id }) => roles.some((held) => idOf(held.organization) === id));
  const distinct = (values: (string | undefined)[]) =>
    [...new Set(values.filter((value): value is string => Boolean(value)))].slice(0, shownPlaces);
  const [suffix, prefix] = [name.suffix?.[0] ?? '', name.prefix?.[0] ?? ''];
  return {
    nationalId,
    rpps: /^8\d{11}$/.test(nationalId) && isRpps(nationalId.slice(1)) ? nationalId.slice(1) : null,
    title: titles[suffix.toUpperCase()] ?? titles[prefix.toUpperCase()] ?? '',
    familyName: name.family,
    givenName: name.given?.join(' ') ?? '',
    profession: displayed(/ProfessionSante/i)[0] ?? '',
    specialties: distinct(displayed(/SpecialiteOrdinale/i)),
    towns: distinct(places.flatMap(({ address }) => address.map(({ city }) => city))),
    structures: distinct(places.map((place) => place.name)),
    active: one.active !== false && roles.length > 0,
    source: 'fhir',
  };
}
