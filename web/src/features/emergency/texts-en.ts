import type { fr } from './texts.ts';

/** What this feature says, in English. */
export const en: typeof fr = {
  title: 'Emergency access',
  cancel: 'Cancel',
  open: 'Open the case in an emergency',
  follows: 'Only if the patient’s life or health depends on it',
  follow: {
    reads_one: 'You will read this case for {{count}} hour, without writing: opened now, until {{time}}.',
    reads_other: 'You will read this case for {{count}} hours, without writing: opened now, until {{time}}.',
    told: 'Its owner and referring doctors are told at once, and read your name and your reason.',
    marked: 'The access is marked in red in the audit, under your name.',
  },
  who: 'Which patient? Copy the four traits of their identity: their latest case opens.',
  reason: 'Reason',
  reasonWords: '{{count}} characters at least. It is kept.',
  reasonShort: 'Write why, in {{count}} characters at least.',
  refused: {
    not_found: 'No case could be opened with these traits',
    forbidden: 'Emergency access is not open to you',
    too_many: 'Five tries were made within an hour',
  },
  refusedWords: {
    not_found: 'Check each of them on an identity document, then try again. Each try is counted and recorded.',
    forbidden: 'It is for verified professionals who have an RPPS number.',
    too_many: 'Wait an hour, or call the owner of the case.',
  },
  banner: 'Emergency access until {{time}}',
  bannerWords: 'You read this case and cannot write in it. Its owner is told. The access ends by itself.',
  panel: 'Emergency access',
  panelWords:
    'These people opened this case without being invited to, and wrote why. An access that is still open is withdrawn under « Sharing ».',
  unknown: 'Deleted account',
  openedAt: 'opened on {{at}}',
  openUntil: 'Open until {{time}}',
  over: 'Over',
};
