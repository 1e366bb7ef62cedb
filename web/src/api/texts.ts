export const fr = {
  network: 'Le serveur ne répond pas. Vérifiez la connexion au réseau puis réessayez.',
  unreadable: 'La réponse du serveur est illisible. Rechargez la page et recommencez.',
};

export const en: typeof fr = {
  network: 'The server does not answer. Check the network connection and try again.',
  unreadable: 'The server’s answer cannot be read. Reload the page and try again.',
};
