export const fr = {
  saveState: {
    loading: 'Ouverture…',
    saved: 'Enregistré',
    saving: 'Enregistrement…',
    waiting_storage: 'Non enregistré : le serveur attend sa base',
    offline: 'Hors ligne : gardé sur cet ordinateur',
    unkept: 'Hors ligne : non enregistré, ne fermez pas cette page',
    read_only: 'Lecture seule',
    withdrawn: 'Document fermé',
  },
  saveHelp: {
    loading: 'Le document s’ouvre.',
    saved: 'Tout ce que vous avez écrit est enregistré dans la base de données.',
    saving: 'Vos dernières modifications sont en route vers la base de données.',
    waiting_storage: 'Ce que vous écrivez est gardé sur cet écran et sera enregistré dès le retour de la base.',
    offline: 'Vous pouvez continuer à écrire : tout sera envoyé au retour du réseau, même si vous rechargez la page.',
    unkept:
      'Ce navigateur refuse de garder votre texte. Copiez-le ailleurs, ou attendez le retour du réseau sans fermer la page.',
    read_only: 'Vous pouvez lire ce document ; vos droits ne permettent pas d’y écrire.',
    withdrawn: 'Ce document ne reçoit plus vos modifications.',
  },
  saveStatus: 'État de l’enregistrement',
};
