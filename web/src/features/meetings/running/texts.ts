/** Words of a meeting that runs: quorum, clock, what changed. */
export const fr = {
  quorum: {
    met: 'Quorum atteint',
    unmet: 'Quorum non atteint',
    missing: 'Il manque :',
    treating: 'aucun professionnel prenant en charge le patient n’est présent',
    specialties_one: '{{count}} médecin d’une autre spécialité',
    specialties_other: '{{count}} médecins d’autres spécialités',
    rule_one: '{{names}}',
    rule_other: '{{count}} × {{names}}',
    or: ' ou ',
  },
  clock: {
    label: 'Temps de discussion',
    elapsed: '{{minutes}} min {{seconds}} s sur {{planned}} min',
    exceeded: 'temps dépassé',
    exceededBy_one: 'temps dépassé de {{count}} min',
    exceededBy_other: 'temps dépassé de {{count}} min',
  },
  since: {
    title: 'Depuis la dernière RCP',
    loading: 'Comparaison de la fiche…',
    never: 'Aucun compte-rendu de ce dossier n’a encore été figé.',
    from: 'Comparé à la fiche du {{moment}} ({{board}}).',
    nothing: 'Rien n’a changé sur la fiche depuis.',
    empty: 'non renseigné',
    added: 'ajouté',
    removed: 'retiré',
  },
  details: { title: 'Organisation de la réunion' },
};
