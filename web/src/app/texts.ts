export const fr = {
  product: 'Concertation',
  navigation: 'Navigation principale',
  patients: 'Mes patients',
  meetings: 'Mes réunions',
  newPatient: 'Nouveau patient',
  account: {
    open: 'Menu du compte',
    of: 'Menu du compte de',
    mine: 'Mon compte',
    theme: 'Apparence',
    theme_system: 'Celle du système',
    theme_light: 'Claire',
    theme_dark: 'Sombre',
    language: 'Langue',
    language_fr: 'Français',
    language_en: 'English',
    signOut: 'Déconnexion',
  },
  opening: 'Ouverture de Concertation…',
  openingPage: 'Ouverture de la page…',
  offline: {
    title: 'Hors ligne.',
    words: 'Ce que vous écrivez est gardé sur cet ordinateur et sera enregistré au retour du réseau.',
  },
  demonstration: 'Démonstration : patients fictifs, ne saisissez aucune donnée réelle.',
  notFound: {
    title: 'Page introuvable',
    words: 'Cette adresse ne mène à aucune page. Vérifiez le lien reçu.',
  },
  error: {
    title: 'Cette page n’a pas pu s’afficher',
    words: 'Une erreur est survenue sur cet écran. Ce que vous avez écrit est gardé.',
    newVersion:
      'Une partie de l’application n’a pas pu être chargée : le réseau est coupé, ou une nouvelle version vient d’être installée.',
    reload: 'Recharger la page',
    home: 'Revenir à l’accueil',
  },
};

export const en: typeof fr = {
  product: 'Concertation',
  navigation: 'Main navigation',
  patients: 'My patients',
  meetings: 'My meetings',
  newPatient: 'New patient',
  account: {
    open: 'Account menu',
    of: 'Account menu of',
    mine: 'My account',
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
