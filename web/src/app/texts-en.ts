import type { fr } from './texts.ts';

export const en: typeof fr = {
  product: 'Concertation',
  navigation: 'Main navigation',
  places: {
    patients: 'Patients',
    colleagues: 'Colleagues',
    opinions: 'Opinions',
    staff: 'Staff',
    cohorts: 'Cohorts',
  },
  assistance: {
    title: 'Help',
    words: 'A problem, a question: contact us.',
    reading: 'Reading the contacts…',
    none: 'No contact is given.',
    failed: 'The contacts could not be read.',
    retry: 'Try again',
  },
  newPatient: 'New patient',
  account: {
    open: 'Account menu',
    of: 'Account menu of',
    mine: 'My account',
    organisations: 'Organisations',
    secure: 'Secure sign-in?',
    connectionTest: 'Connection test',
    theme: 'Appearance',
    theme_system: 'As the system',
    theme_light: 'Light',
    theme_dark: 'Dark',
    language: 'Language',
    language_fr: 'Français',
    language_en: 'English',
    signOut: 'Sign out',
  },
  opening: 'Opening Concertation…',
  openingPage: 'Opening the page…',
  offline: {
    title: 'Offline.',
    words: 'What you write is kept on this computer and will be saved when the network is back.',
  },
  demonstration: 'Demonstration: invented patients, do not enter any real data.',
  demonstrationMails: 'See the mails',
  notFound: {
    title: 'Page not found',
    words: 'This address leads to no page. Check the link you were given.',
  },
  error: {
    title: 'This page could not be shown',
    words: 'Something went wrong on this screen. What you wrote is kept.',
    newVersion:
      'A part of the application could not be loaded: the network is down, or a new version has just been installed.',
    reload: 'Reload the page',
    home: 'Back to the home page',
  },
};
