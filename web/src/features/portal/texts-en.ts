import type { fr } from './texts.ts';

export const en: typeof fr = {
  loading: 'Reading the portal…',
  failed: 'The portal could not be read',
  notFound: 'This portal does not exist, or is not published',
  notFoundWords: 'Check the address you were given, or look among the public portals.',
  toPortals: 'Public portals',
  toSite: 'Go to the Concertation site',
  signUp: 'Register',
  access: 'Professional access',
  ways: 'Your account',
  create: {
    title: 'Create your account',
    words: 'The assistant of registration guides you in three steps, with or without an RPPS number.',
  },
  visio: {
    title: 'Video calls',
    words:
      'Create your meetings, manage them and join their calls, with the same account: there is no other to create.',
  },
  present: 'Present to a staff',
  boards: {
    title: 'Select the board',
    words: 'Choose one, then present a patient. On the day of the meeting, take part in it.',
    empty: 'No published board yet',
    emptyWords: 'The boards that this network publishes will be here.',
    choose: 'First choose a board in the list.',
    today: 'Today',
    next: 'Next date: {{date}}',
    noNext: 'No date announced',
    members: 'Members: {{names}}',
    signInNext: 'If you are not signed in, you are asked to, then arrive directly at the right page.',
  },
  presentPatient: 'Present a patient',
  participate: 'Take part in the staff',
  kind: {
    rcp_oncologie: 'Oncology board',
    rcp_maladie_rare: 'Rare diseases board',
    rcp_autre: 'Board',
    staff: 'Staff',
    e_rcp: 'e-board',
    opinion_platform: 'Opinion platform',
  },
  level: { local: 'local', regional: 'regional', national: 'national' },
  list: {
    title: 'Public portals',
    words: 'The networks that publish their boards: their dates, and how to present a patient.',
    empty: 'No public portal yet',
    emptyWords: 'Networks that publish theirs will be here.',
    failed: 'The list of portals could not be read',
    toSignIn: 'Sign in',
  },
};
