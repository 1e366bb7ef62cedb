export const fr = {
  network: 'Le serveur ne répond pas. Vérifiez la connexion au réseau puis réessayez.',
  unreadable: 'La réponse du serveur est illisible. Rechargez la page et recommencez.',
  passkey: {
    unsupported:
      'Ce navigateur ne sait pas utiliser les clés d’accès. Ouvrez Concertation dans un navigateur récent, à son adresse habituelle.',
    cancelled: 'La demande a été annulée, ou son délai est passé. Recommencez quand vous êtes prêt.',
    known: 'Cet appareil a déjà une clé d’accès pour ce compte.',
    address:
      'Les clés d’accès ne fonctionnent qu’à l’adresse habituelle de Concertation. Vérifiez l’adresse affichée par le navigateur.',
    failed: 'Cet appareil n’a pas pu répondre. Recommencez, ou essayez un autre appareil.',
  },
};
