export const fr = {
  after: {
    title: 'Fin de la visioconférence',
    removed:
      'Vous avez été retiré de la visioconférence par la personne qui la conduit. Adressez-vous à elle pour en savoir plus.',
    replaced:
      'Vous avez rejoint cette visioconférence depuis une autre fenêtre ou un autre appareil : elle s’y poursuit.',
    withdrawn: 'Votre accès à cette réunion a pris fin : la visioconférence s’est fermée.',
    signed_out:
      'Votre connexion a pris fin : la visioconférence s’est fermée. Connectez-vous de nouveau pour y revenir.',
    lost: 'La visioconférence s’est fermée.',
    written: 'Ce que vous avez écrit dans les fiches et les comptes-rendus est enregistré.',
    question: 'Comment noteriez-vous la qualité technique de cet appel ? (son, image, etc.)',
    stars: 'Note de 1 à 5 étoiles',
    star_1: '1 étoile : inutilisable',
    star_2: '2 étoiles : difficile',
    star_3: '3 étoiles : correcte',
    star_4: '4 étoiles : bonne',
    star_5: '5 étoiles : excellente',
    comment: 'Commentaire libre',
    commentHint: 'Sans nom de patient. La personne qui conduit la réunion lit les notes sans leur auteur.',
    send: 'Envoyer la note',
    thanks: 'Merci : votre note est enregistrée.',
    stay: 'Vous ne souhaitiez pas raccrocher ?',
    rejoin: 'Rejoindre à nouveau',
    rejoinHere: 'Continuer ici',
    back: 'Retour à la réunion',
  },
};
