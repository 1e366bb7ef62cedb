import type { SettingsDraft } from './draft.ts';

type Part = keyof SettingsDraft;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The parts of a draft that differ from another one. */
export function changedParts(from: SettingsDraft, to: SettingsDraft): Part[] {
  return (Object.keys(to) as Part[]).filter((part) => !same(from[part], to[part]));
}

/**
 * What somebody typed (`mine`, from `base`), put over what somebody else saved meanwhile (`theirs`): nothing typed is
 * lost, and nothing of theirs but where both changed the same part, which `both` names.
 */
export function rebase(
  base: SettingsDraft,
  mine: SettingsDraft,
  theirs: SettingsDraft,
): { draft: SettingsDraft; both: Part[] } {
  const changed = changedParts(base, mine);
  const draft = { ...theirs, ...Object.fromEntries(changed.map((part) => [part, mine[part]])) };
  const both = changed.filter((part) => !same(base[part], theirs[part]) && !same(mine[part], theirs[part]));
  return { draft, both };
}
