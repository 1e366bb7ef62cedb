import type { ReportFacts } from '../../reports/index.ts';

type Said = Pick<ReportFacts, 'board' | 'documentNumber' | 'replaces' | 'establishment'>;

/** What a mail that carries a report says: what it is, not what is in it. Rules DLV-6, DLV-9. Source: domain.md 5.1. */
export function secureLetter({ board, documentNumber, replaces, establishment }: Said): string {
  const paragraphs = [
    'Bonjour,',
    `Vous trouverez ci-joint le compte-rendu ${documentNumber} de la réunion de concertation « ${board.name} », concernant le patient nommé dans l’objet de ce message.`,
    ...(replaces ? [`Il annule et remplace le compte-rendu ${replaces.documentNumber}.`] : []),
    'Le fichier IHE_XDM.ZIP est destiné à votre logiciel. Le fichier PDF est le même document, à lire.',
    'Ce message est envoyé automatiquement : une réponse ne serait lue de personne.',
    establishment,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
