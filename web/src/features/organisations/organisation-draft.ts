import {
  type OrganisationDetail,
  organisationSettings,
  type OrganisationSettings,
} from '@concertation/shared/contracts';

/** What the form holds: everything typed, as typed. */
export type OrganisationDraft = {
  kind: OrganisationSettings['kind'];
  name: string;
  place: string;
  presentation: string;
  email: string;
  phone: string;
  slug: string;
  published: boolean;
};

export const organisationFields = ['name', 'slug', 'email', 'phone'] as const;
export type OrganisationField = (typeof organisationFields)[number];

export const emptyOrganisation: OrganisationDraft = {
  kind: 'establishment',
  name: '',
  place: '',
  presentation: '',
  email: '',
  phone: '',
  slug: '',
  published: false,
};

/** An organisation as its form shows it. */
export function toDraft({
  kind,
  name,
  place,
  presentation,
  help,
  slug,
  published,
}: OrganisationDetail): OrganisationDraft {
  return { kind, name, place, presentation, email: help.email, phone: help.phone, slug: slug ?? '', published };
}

/** What is sent. Only a network has a portal: what was typed of one stays in the form, and is not sent. */
function toInput({ email, phone, slug, published, ...draft }: OrganisationDraft): unknown {
  const isNetwork = draft.kind === 'network';
  return {
    ...draft,
    help: { email: email.trim(), phone: phone.trim() },
    slug: isNetwork && slug.trim() !== '' ? slug.trim().toLowerCase() : null,
    published: isNetwork && published,
  };
}

/** The settings that a draft makes, or the fields that the contract refuses, in the order of the form. */
export function readDraft(draft: OrganisationDraft): {
  settings: OrganisationSettings | null;
  wrong: OrganisationField[];
} {
  const parsed = organisationSettings.safeParse(toInput(draft));
  const problems = new Set<string>(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path.at(-1))));
  if (draft.kind === 'network' && draft.published && draft.slug.trim() === '') problems.add('slug');
  const wrong = organisationFields.filter((field) => problems.has(field));
  return { settings: parsed.success && wrong.length === 0 ? parsed.data : null, wrong };
}
