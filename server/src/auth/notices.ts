/** « jeudi 26 novembre 2026 à 18:00 », in Paris. */
export function inParis(instant: Date): string {
  const timeZone = 'Europe/Paris';
  const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone }).format(instant);
  const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }).format(instant);
  return `${day} à ${time}`;
}

/** A subject and a text: a security mail says what happened, when, and what to do if it was somebody else. */
export type Notice = { subject: string; text: string };

const greeting = 'Bonjour,';
const paragraphs = (...lines: string[]): string => [greeting, ...lines].join('\n\n');
const account = (origin: string): string => `${origin}/compte`;

const notMe = (origin: string): string =>
  `Si ce n’est pas vous : ouvrez « Mon compte » (${account(origin)}), fermez les sessions que vous ne reconnaissez pas, changez de mot de passe, et prévenez l’assistance.`;

/** What happened to the ways in of an account: one sentence each. */
const happened = {
  passkey_added: ['Une clé d’accès a été ajoutée à votre compte', 'Une clé d’accès a été ajoutée à votre compte'],
  passkey_removed: ['Une clé d’accès a été retirée de votre compte', 'Une clé d’accès a été retirée de votre compte'],
  password_changed: ['Votre mot de passe a changé', 'Le mot de passe de votre compte a été choisi ou modifié'],
  password_removed: ['Votre mot de passe a été retiré', 'Votre compte ne s’ouvre plus avec un mot de passe'],
  application_added: [
    'Une application de codes a été installée',
    'Une application donne désormais les codes de votre compte',
  ],
  application_removed: [
    'Votre application de codes a été retirée',
    'Les codes de votre compte arrivent de nouveau par SMS ou par e-mail',
  ],
  pro_sante_connect_removed: [
    'Pro Santé Connect n’est plus associé à votre compte',
    'Votre compte ne s’ouvre plus par Pro Santé Connect, et les sessions ouvertes ainsi sont fermées',
  ],
  pin_chosen: [
    'Un code de déverrouillage a été choisi',
    'Le code à quatre chiffres qui déverrouille votre écran a été choisi ou modifié sur l’un de vos navigateurs',
  ],
  recovery_codes_made: [
    'De nouveaux codes de récupération',
    'Dix codes de récupération ont été créés ; les anciens ne servent plus',
  ],
  phone_changed: [
    'Votre numéro de téléphone a changé',
    'Le numéro de téléphone de votre compte a été modifié ou retiré',
  ],
  recovered: [
    'Votre compte a été récupéré',
    'Une nouvelle clé d’accès a été créée, les anciens moyens d’entrer ont été retirés et toutes les sessions fermées',
  ],
  recovery_refused: [
    'Votre demande de récupération est refusée',
    'Un administrateur a refusé la récupération de votre compte ; rien n’a changé',
  ],
  recovery_stopped: [
    'La récupération de votre compte est arrêtée',
    'La demande de récupération a été arrêtée par son lien ; rien n’a changé',
  ],
} as const;

/** A change in the ways in of an account, told to its owner. Source: domain 3.5 (RIE-PS 08). */
export function changeNotice(kind: keyof typeof happened, origin: string, at = new Date()): Notice {
  const [subject, sentence] = happened[kind];
  return { subject, text: paragraphs(`${sentence}, ${inParis(at)} (heure de Paris).`, notMe(origin)) };
}

/** A sign-in from a browser that the account did not know. Source: domain 3.5 (RIE-PS 09). */
export function newDeviceNotice(device: string, shared: boolean, origin: string, at = new Date()): Notice {
  const where = shared ? `${device}, poste partagé` : device;
  return {
    subject: 'Nouvelle connexion à votre compte',
    text: paragraphs(
      `Votre compte Concertation a été ouvert depuis un navigateur que nous ne connaissions pas : ${where}, ${inParis(at)} (heure de Paris).`,
      'Si c’est vous, il n’y a rien à faire.',
      notMe(origin),
    ),
  };
}

/** The code of a sign-in. */
export function codeNotice(code: string, origin: string): Notice {
  return {
    subject: 'Votre code de connexion',
    text: paragraphs(
      `Votre code de connexion à Concertation : ${code}`,
      'Il sert une fois, pendant 10 minutes. Ne le donnez à personne : l’assistance ne vous le demandera jamais.',
      `Si vous n’essayez pas de vous connecter, quelqu’un connaît votre mot de passe : changez-le (${account(origin)}).`,
    ),
  };
}

/** The same by SMS, with the line that lets a telephone fill it in on this site alone. Source: WICG origin-bound one-time codes. */
export function codeText(code: string, origin: string): string {
  return `Concertation : votre code est ${code}. Il sert une fois, pendant 10 minutes. Ne le donnez à personne.\n\n@${new URL(origin).hostname} #${code}`;
}

/** The link of a forgotten password. Source: PA-21. */
export function newPasswordNotice(link: string): Notice {
  return {
    subject: 'Choisir un nouveau mot de passe',
    text: paragraphs(
      `Vous avez demandé un nouveau mot de passe. Choisissez-le ici, dans les 30 minutes :\n${link}`,
      'Si vous n’avez rien demandé, ne faites rien : votre mot de passe n’a pas changé.',
    ),
  };
}

/** The account has no password to forget. */
export function noPasswordNotice(origin: string): Notice {
  return {
    subject: 'Votre compte n’a pas de mot de passe',
    text: paragraphs(
      `Un nouveau mot de passe a été demandé, mais votre compte n’en a pas : connectez-vous avec votre clé d’accès (${origin}/connexion).`,
      `Si vous l’avez perdue, utilisez un code de récupération ou demandez l’aide d’un administrateur : ${origin}/recuperation`,
    ),
  };
}

/** A code printed once was used. */
export function recoveryCodeNotice(left: number, origin: string, at = new Date()): Notice {
  return {
    subject: 'Un code de récupération a servi',
    text: paragraphs(
      `Votre compte a été ouvert avec un code de récupération, ${inParis(at)} (heure de Paris). Codes restants : ${left}.`,
      'Ajoutez une clé d’accès sur cet appareil, et imprimez de nouveaux codes.',
      notMe(origin),
    ),
  };
}

/** Somebody asks an administrator to recover the account. */
export function recoveryAskedNotice(stopLink: string): Notice {
  return {
    subject: 'Récupération de votre compte demandée',
    text: paragraphs(
      'Quelqu’un a demandé à récupérer votre compte Concertation, en disant avoir perdu tous ses moyens d’entrer. Un administrateur va vérifier son identité, puis un délai s’appliquera.',
      `« Ce n’est pas moi » : arrêtez la demande ici :\n${stopLink}`,
    ),
  };
}

/** The recovery is accepted: its link, and from when to when it works. */
export function recoveryAcceptedNotice(link: string, stopLink: string, opensAt: Date, endsAt: Date): Notice {
  return {
    subject: 'Récupération de votre compte acceptée',
    text: paragraphs(
      `Un administrateur a accepté la récupération de votre compte. Ce lien fonctionnera à partir du ${inParis(opensAt)}, jusqu’au ${inParis(endsAt)} (heure de Paris) :\n${link}`,
      'Il crée une nouvelle clé d’accès, retire tous les anciens moyens d’entrer et ferme toutes les sessions.',
      `« Ce n’est pas moi » : arrêtez la demande ici :\n${stopLink}`,
    ),
  };
}

/** Confirm another address, from that address. */
export function newAddressNotice(link: string): Notice {
  return {
    subject: 'Confirmer votre nouvelle adresse',
    text: paragraphs(
      `Cette adresse a été donnée pour un compte Concertation. Confirmez-la ici, dans les 2 heures :\n${link}`,
      'Si vous n’avez rien demandé, ne faites rien.',
    ),
  };
}

/** Another account asked for an address that has one already: only its owner is told. */
export function addressHeldNotice(origin: string): Notice {
  return {
    subject: 'Votre adresse a été demandée pour un autre compte',
    text: paragraphs(
      `Quelqu’un a voulu utiliser cette adresse pour un autre compte Concertation. Elle est déjà celle du vôtre : rien n’a changé. Pour vous connecter : ${origin}/connexion`,
    ),
  };
}

/** The former address is told, before and after. */
export function addressChangeNotice(done: boolean, origin: string, at = new Date()): Notice {
  const sentence = done
    ? 'Votre compte Concertation a maintenant une autre adresse e-mail'
    : 'Une autre adresse e-mail a été demandée pour votre compte Concertation ; elle ne sert pas avant d’être confirmée';
  return {
    subject: done ? 'Votre adresse e-mail a changé' : 'Changement d’adresse e-mail demandé',
    text: paragraphs(`${sentence} (${inParis(at)}, heure de Paris).`, notMe(origin)),
  };
}
