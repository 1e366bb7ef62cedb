import type { Mail } from '../../notifications/index.ts';

/** Sent before the address goes: it is the last mail to it. */
export const erasedMail = (recipient: string): Mail => ({
  recipient,
  subject: 'Votre compte est effacé',
  text: 'Bonjour,\n\nComme vous l’avez demandé, votre compte Concertation est effacé : adresse, téléphone, moyens de connexion, rôles et notifications. Vous ne pouvez plus vous connecter.\n\nVotre nom et votre spécialité restent sur les comptes-rendus et dans le journal des actes, conservés avec le dossier des patients comme la loi le demande. Vos messages restent lisibles par ceux à qui vous les avez écrits.\n\nC’est le dernier message envoyé à cette adresse.',
});

export const erasureRefusedMail = (recipient: string, reason: string, origin: string): Mail => ({
  recipient,
  subject: 'Votre demande d’effacement est refusée',
  text: `Bonjour,\n\nUn administrateur a refusé l’effacement de votre compte Concertation, pour ce motif :\n\n${reason}\n\nVous pouvez répondre à l’assistance, demander à nouveau depuis « Mon compte » (${origin}/compte#rgpd), ou saisir la CNIL (www.cnil.fr).`,
});
