export const fr = {
  placeholder: 'Nom ou prénom',
  searching: 'Recherche…',
  none: 'Aucun confrère de ce nom n’a de compte.',
  type: 'Tapez au moins deux lettres du nom.',
  failed: 'La recherche a échoué. Réessayez.',
};

export const en: typeof fr = {
  placeholder: 'Name or given name',
  searching: 'Searching…',
  none: 'No colleague of this name has an account.',
  type: 'Type at least two letters of the name.',
  failed: 'The search failed. Try again.',
};
