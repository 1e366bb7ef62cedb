import type { SettingsDraft } from './draft.ts';

/** A draft that was not saved, with what it started from. */
export type KeptDraft = { base: SettingsDraft; revision: number; draft: SettingsDraft };

const kept = new Map<string, KeptDraft>();

/**
 * Drafts that outlive their screen, in this tab's memory: whoever follows a link, or must sign in again, finds what
 * they typed. By account, so that another one never sees it.
 */
export const keptDrafts = {
  read: (accountId: string, boardId: string): KeptDraft | null => kept.get(`${accountId} ${boardId}`) ?? null,
  keep: (accountId: string, boardId: string, draft: KeptDraft) => void kept.set(`${accountId} ${boardId}`, draft),
  forget: (accountId: string, boardId: string) => void kept.delete(`${accountId} ${boardId}`),
};
