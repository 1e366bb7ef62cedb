export const fr = {
  network: 'Le serveur ne répond pas. Vérifiez la connexion au réseau puis réessayez.',
  unreadable: 'La réponse du serveur est illisible. Rechargez la page et recommencez.',
};
