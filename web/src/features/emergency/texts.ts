/** What this feature says, in French. */
export const fr = {
  title: 'Accès en urgence',
  cancel: 'Annuler',
  open: 'Ouvrir le dossier en urgence',
  follows: 'À n’utiliser que si la vie ou la santé du patient en dépend',
  follow: {
    reads_one: 'Vous lirez ce dossier pendant {{count}} heure, sans y écrire : ouvert maintenant, jusqu’à {{time}}.',
    reads_other: 'Vous lirez ce dossier pendant {{count}} heures, sans y écrire : ouvert maintenant, jusqu’à {{time}}.',
    told: 'Son responsable et ses médecins référents sont avertis aussitôt, et lisent votre nom et votre motif.',
    marked: 'L’accès est signalé en rouge dans le journal des actes, à votre nom.',
  },
  who: 'De quel patient ? Recopiez ses quatre traits d’identité : son dossier le plus récent s’ouvre.',
  reason: 'Motif',
  reasonWords: '{{count}} caractères au moins. Il est conservé.',
  reasonShort: 'Écrivez pourquoi, en {{count}} caractères au moins.',
  refused: {
    not_found: 'Aucun dossier n’a pu être ouvert avec ces traits',
    forbidden: 'L’accès en urgence ne vous est pas ouvert',
    too_many: 'Cinq essais ont été faits en une heure',
  },
  refusedWords: {
    not_found:
      'Vérifiez chacun d’eux sur une pièce d’identité, puis recommencez. Chaque essai est compté et enregistré.',
    forbidden: 'Il est réservé aux professionnels vérifiés qui ont un numéro RPPS.',
    too_many: 'Attendez une heure, ou appelez le responsable du dossier.',
  },
  banner: 'Accès en urgence jusqu’à {{time}}',
  bannerWords:
    'Vous lisez ce dossier sans pouvoir y écrire. Son responsable est averti. L’accès prend fin de lui-même.',
  panel: 'Accès en urgence',
  panelWords:
    'Ces personnes ont ouvert ce dossier sans y être invitées, et ont écrit pourquoi. Un accès encore ouvert se retire dans « Partage ».',
  unknown: 'Compte supprimé',
  openedAt: 'ouvert le {{at}}',
  openUntil: 'Ouvert jusqu’à {{time}}',
  over: 'Terminé',
};
