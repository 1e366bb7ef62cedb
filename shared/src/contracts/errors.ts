import { z } from 'zod';

type ErrorEntry = { status: number; fr: string; en: string };

/**
 * The closed table of refusals: one code, one HTTP status, one sentence in each language that says what to do.
 * Nothing is refused with a code that is not here. « not_found » is also the answer for what exists and is not yours,
 * so that nobody learns which ids exist (rule ACC-3).
 */
export const errors = {
  malformed: {
    status: 400,
    fr: 'La demande est illisible. Rechargez la page et recommencez.',
    en: 'The request cannot be read. Reload the page and try again.',
  },
  invalid: {
    status: 422,
    fr: 'Un champ est manquant ou incorrect. Corrigez les champs signalés.',
    en: 'A field is missing or wrong. Correct the fields shown.',
  },
  too_large: {
    status: 413,
    fr: 'Cet envoi est trop volumineux. Réduisez-le et recommencez.',
    en: 'This is too large. Make it smaller and try again.',
  },
  seal_unavailable: {
    status: 503,
    fr: 'Le sceau de l’établissement n’est pas disponible : le document ne peut pas être établi. Prévenez l’administrateur, puis recommencez.',
    en: 'The establishment’s seal is not available: the document cannot be made. Tell the administrator, then try again.',
  },
  unverifiable: {
    status: 422,
    fr: 'Ce fichier n’a pas pu être examiné en entier. Recommencez dans une minute ; si cela se répète, ne vous y fiez pas et demandez-le à l’établissement.',
    en: 'This file could not be examined. Try again in a minute; if this repeats, do not trust it and ask the establishment.',
  },
  too_many: {
    status: 429,
    fr: 'Trop de demandes en peu de temps. Patientez une minute puis recommencez.',
    en: 'Too many requests. Wait a minute and try again.',
  },
  signed_out: {
    status: 401,
    fr: 'Votre connexion a pris fin. Connectez-vous de nouveau : rien de ce que vous avez écrit n’est perdu.',
    en: 'Your session has ended. Sign in again: nothing you wrote is lost.',
  },
  cross_site: {
    status: 403,
    fr: 'Cette demande vient d’un autre site. Ouvrez Concertation à son adresse habituelle.',
    en: 'This request comes from another site. Open Concertation at its usual address.',
  },
  forbidden: {
    status: 403,
    fr: 'Vos droits ne permettent pas cette action. Demandez-la au coordonnateur ou au responsable du dossier.',
    en: 'Your rights do not allow this. Ask the coordinator or the owner of the case.',
  },
  not_found: {
    status: 404,
    fr: 'Introuvable, ou vous n’y avez pas accès. Vérifiez le lien ou demandez un accès.',
    en: 'Not found, or you have no access. Check the link or ask for access.',
  },
  mailbox_alone: {
    status: 403,
    fr: 'Ce mot de passe a été choisi par un lien reçu par e-mail : un code envoyé à la même adresse ne prouverait rien de plus. Connectez-vous depuis un navigateur où vous êtes déjà venu, ou avec une clé d’accès ou un code de récupération ; sinon, demandez l’aide d’un administrateur.',
    en: 'This password was chosen by a link sent by e-mail: a code sent to the same address would prove nothing more. Sign in from a browser you have used before, or with a passkey or a recovery code; otherwise ask an administrator.',
  },
  passkey_challenge: {
    status: 400,
    fr: 'Cette demande de clé d’accès a expiré ou a déjà servi. Recommencez.',
    en: 'This passkey request has expired or was already used. Try again.',
  },
  passkey_refused: {
    status: 401,
    fr: 'Cette clé d’accès n’a pas été reconnue. Essayez une autre clé ou un autre appareil.',
    en: 'This passkey was not recognised. Try another key or device.',
  },
  passkey_last: {
    status: 409,
    fr: 'C’est votre seule clé d’accès. Ajoutez-en une autre avant de retirer celle-ci.',
    en: 'This is your only passkey. Add another one before removing it.',
  },
  passkey_missing: {
    status: 409,
    fr: 'Il ne vous resterait aucun moyen d’entrer. Ajoutez d’abord une clé d’accès.',
    en: 'You would be left without a way in. Add a passkey first.',
  },
  credentials_refused: {
    status: 401,
    fr: 'L’adresse e-mail ou le mot de passe ne convient pas. Vérifiez-les, ou demandez un nouveau mot de passe.',
    en: 'The e-mail or the password is not right. Check them, or ask for a new password.',
  },
  code_refused: {
    status: 401,
    fr: 'Ce code ne convient pas. Vérifiez-le, ou demandez-en un autre.',
    en: 'This code is not right. Check it, or ask for another one.',
  },
  code_ended: {
    status: 410,
    fr: 'Ce code n’est plus valable. Saisissez de nouveau votre adresse et votre mot de passe.',
    en: 'This code is no longer valid. Type your e-mail and password again.',
  },
  wait: {
    status: 429,
    fr: 'Trop d’essais. Patientez le temps indiqué, ou connectez-vous avec votre clé d’accès.',
    en: 'Too many tries. Wait as long as shown, or sign in with your passkey.',
  },
  password_common: {
    status: 422,
    fr: 'Ce mot de passe est trop courant, ou contient votre nom ou votre adresse. Choisissez-en un autre, par exemple quatre mots sans rapport.',
    en: 'This password is too common, or holds your name or address. Choose another one, such as four unrelated words.',
  },
  link_ended: {
    status: 410,
    fr: 'Ce lien a déjà servi ou a expiré. Demandez-en un autre.',
    en: 'This link was already used or has expired. Ask for another one.',
  },
  link_not_yet: {
    status: 409,
    fr: 'Ce lien ne fonctionne pas encore : un délai protège votre compte. Revenez à l’heure indiquée dans l’e-mail.',
    en: 'This link does not work yet: a delay protects your account. Come back at the time given in the e-mail.',
  },
  proof_needed: {
    status: 403,
    fr: 'Confirmez que c’est bien vous, puis l’action sera faite.',
    en: 'Confirm that it is you, and it will be done.',
  },
  trial_over: {
    status: 403,
    fr: 'Votre compte d’essai est terminé. Envoyez un justificatif depuis « Mon compte » : l’accès revient dès sa validation.',
    en: 'Your trial is over. Send a proof from « My account »: access returns once it is validated.',
  },
  screen_locked: {
    status: 423,
    fr: 'Cet écran est verrouillé. Saisissez votre code à 4 chiffres, ou utilisez votre clé d’accès.',
    en: 'This screen is locked. Type your 4-digit code, or use your passkey.',
  },
  pin_refused: {
    status: 401,
    fr: 'Ce code à 4 chiffres ne convient pas. Au cinquième essai, vous serez déconnecté.',
    en: 'This 4-digit code is not right. At the fifth try you will be signed out.',
  },
  pin_missing: {
    status: 409,
    fr: 'Choisissez d’abord un code à 4 chiffres pour ce navigateur, ou ajoutez une clé d’accès.',
    en: 'First choose a 4-digit code for this browser, or add a passkey.',
  },
  device_unknown: {
    status: 409,
    fr: 'Ce navigateur n’est pas mémorisé (poste partagé) : un code à 4 chiffres n’y est pas possible.',
    en: 'This browser is not remembered (shared computer): a 4-digit code is not possible on it.',
  },
  rpps_taken: {
    status: 409,
    fr: 'Un autre compte vérifié porte déjà ce numéro RPPS. Comparez les deux comptes avant de décider.',
    en: 'Another verified account already bears this RPPS number. Compare both before deciding.',
  },
  pro_sante_connect_refused: {
    status: 401,
    fr: 'Pro Santé Connect n’a pas pu confirmer votre identité. Recommencez, ou connectez-vous autrement.',
    en: 'Pro Santé Connect could not confirm your identity. Try again, or sign in another way.',
  },
  demonstration_off: {
    status: 404,
    fr: 'Les comptes de démonstration sont désactivés sur ce serveur.',
    en: 'Demonstration accounts are off on this server.',
  },
  patient_exists: {
    status: 409,
    fr: 'Un patient a déjà ces mêmes traits d’identité. Vérifiez qu’il ne s’agit pas de la même personne avant de créer un homonyme.',
    en: 'A patient already has this identity. Check that it is not the same person before creating a homonym.',
  },
  already_presented: {
    status: 409,
    fr: 'Ce dossier est déjà inscrit à cette réunion.',
    en: 'This case is already on this meeting’s list.',
  },
  patient_objected: {
    status: 409,
    fr: 'Le patient s’est opposé à la présentation de son dossier : il ne peut être présenté à aucune réunion.',
    en: 'The patient objected to the presentation of the case: it cannot be presented to any meeting.',
  },
  incomplete: {
    status: 422,
    fr: 'Il manque des éléments obligatoires. Complétez les points signalés, puis recommencez.',
    en: 'Mandatory items are missing. Complete the points shown, then try again.',
  },
  registration_closed: {
    status: 409,
    fr: 'Les inscriptions à cette réunion sont closes. Choisissez une autre date ou demandez à son secrétariat.',
    en: 'Registrations for this meeting are closed. Choose another date or ask its secretary.',
  },
  meeting_full: {
    status: 409,
    fr: 'Cette réunion est complète. Choisissez une autre date ou demandez à son secrétariat.',
    en: 'This meeting is full. Choose another date or ask its secretary.',
  },
  meeting_fictitious: {
    status: 409,
    fr: 'Cette session est fictive : elle sert à essayer la connexion, aucun patient ne s’y présente.',
    en: 'This is a trial session, to test connections: no patient is presented to it.',
  },
  guideline_missing: {
    status: 422,
    fr: 'Un enregistrement demande le nom, la version et la date du référentiel appliqué. Indiquez-les.',
    en: 'A registration requires the name, version and date of the guideline applied. Give them.',
  },
  quorum_unmet: {
    status: 422,
    fr: 'Le quorum n’est pas atteint. Attendez les participants manquants, ou indiquez le motif de la dérogation.',
    en: 'The quorum is not met. Wait for those missing, or give the reason to go on without.',
  },
  slug_taken: {
    status: 409,
    fr: 'Cette adresse de portail est déjà prise. Choisissez-en une autre.',
    en: 'This portal address is taken. Choose another one.',
  },
  last_administrator: {
    status: 409,
    fr: 'C’est la seule personne qui administre. Nommez-en une autre avant de la retirer.',
    en: 'This is the only administrator. Name another one first.',
  },
  invitation_ended: {
    status: 410,
    fr: 'Cette invitation a expiré, a été retirée ou a déjà servi. Demandez-en une autre à la personne qui vous a invité.',
    en: 'This invitation has expired, was withdrawn or was already used. Ask for another one.',
  },
  call_unavailable: {
    status: 503,
    fr: 'La visioconférence est indisponible sur ce serveur. Tout le reste fonctionne : réunissez-vous par téléphone, et prévenez l’assistance.',
    en: 'Video calls are not available on this server. Everything else works: meet by telephone, and tell the support.',
  },
  call_locked: {
    status: 403,
    fr: 'La visioconférence est verrouillée. Demandez au coordonnateur de l’ouvrir, puis recommencez.',
    en: 'The call is locked. Ask the coordinator to open it, then try again.',
  },
  call_removed: {
    status: 403,
    fr: 'Vous avez été retiré de cette visioconférence. Adressez-vous au coordonnateur de la réunion.',
    en: 'You were removed from this call. Speak to the coordinator of the meeting.',
  },
  call_over: {
    status: 409,
    fr: 'Cette réunion est terminée : sa visioconférence est close.',
    en: 'This meeting is over: its call is closed.',
  },
  call_full: {
    status: 429,
    fr: 'La visioconférence est complète. Demandez à quelqu’un qui n’y est plus utile de raccrocher, puis recommencez.',
    en: 'The call is full. Ask somebody no longer needed to hang up, then try again.',
  },
  screen_taken: {
    status: 409,
    fr: 'Quelqu’un partage déjà son écran. Attendez qu’il termine, ou demandez-lui de s’arrêter.',
    en: 'Somebody is already sharing their screen. Wait until they finish, or ask them to stop.',
  },
  guest_only: {
    status: 403,
    fr: 'Votre lien d’invité n’ouvre que cette réunion. Pour le reste de Concertation, demandez un compte.',
    en: 'Your guest link opens only this meeting. For the rest of Concertation, ask for an account.',
  },
  file_empty: {
    status: 422,
    fr: 'Ce fichier est vide. Choisissez un fichier qui contient quelque chose.',
    en: 'This file is empty. Choose one that holds something.',
  },
  file_too_large: {
    status: 413,
    fr: 'Ce fichier dépasse 30 Mo. Réduisez-le ou partagez-le en plusieurs fichiers.',
    en: 'This file is larger than 30 MB. Make it smaller or split it.',
  },
  file_not_ready: {
    status: 409,
    fr: 'Ce document est en cours de vérification, ou mis en quarantaine : il ne peut pas être ouvert.',
    en: 'This document is being checked, or in quarantine: it cannot be opened.',
  },
  stale: {
    status: 409,
    fr: 'Quelqu’un a modifié ceci pendant ce temps. La page a été mise à jour : vérifiez puis recommencez.',
    en: 'Somebody changed this meanwhile. The page is up to date: check and try again.',
  },
  wrong_state: {
    status: 409,
    fr: 'L’état actuel ne permet pas cette action. La page a été mise à jour.',
    en: 'The current state does not allow this. The page is up to date.',
  },
  report_sealed: {
    status: 409,
    fr: 'Ce compte-rendu est figé : son texte ne change plus. Créez une version corrigée si nécessaire.',
    en: 'This report is frozen: its text no longer changes. Create a corrected version if needed.',
  },
  identity_mismatch: {
    status: 422,
    fr: 'L’identité saisie ne correspond pas au patient de ce compte-rendu. Vérifiez le nom de naissance et la date de naissance.',
    en: 'The identity typed does not match this report’s patient. Check the birth name and birth date.',
  },
  report_gaps: {
    status: 422,
    fr: 'Le compte-rendu est incomplet. Complétez les points listés, ou motivez la dérogation.',
    en: 'The report is incomplete. Complete the points listed, or give a reason to go on.',
  },
  report_text: {
    status: 422,
    fr: 'Le texte contient un passage qui ne peut pas être signé (caractère invisible ou contenu inconnu). Supprimez le passage signalé puis figez de nouveau.',
    en: 'The text holds a passage that cannot be signed (invisible character or unknown content). Remove the passage shown and freeze again.',
  },
  signature_pending: {
    status: 409,
    fr: 'La signature est en attente : le compte-rendu est figé et sera signé automatiquement. Réessayez dans un instant.',
    en: 'Signature is pending: the report is frozen and will be signed automatically. Try again in a moment.',
  },
  storage_unavailable: {
    status: 503,
    fr: 'Le serveur attend sa base de données. Ce que vous écrivez est gardé sur cet écran et sera enregistré dès son retour.',
    en: 'The server is waiting for its database. What you write is kept on this screen and will be saved on its return.',
  },
  update_refused: {
    status: 400,
    fr: 'Une modification n’a pas pu être acceptée. Copiez votre texte puis rechargez la page.',
    en: 'An edit could not be accepted. Copy your text and reload the page.',
  },
  document_full: {
    status: 413,
    fr: 'Ce document a atteint sa taille maximale. Déplacez les éléments volumineux dans des pièces jointes.',
    en: 'This document has reached its maximum size. Move large parts into attachments.',
  },
  unexpected: {
    status: 500,
    fr: 'Une erreur est survenue de notre côté. Recommencez ; si elle persiste, transmettez le numéro affiché à l’assistance.',
    en: 'Something went wrong on our side. Try again; if it persists, give the number shown to support.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;
export const errorCodes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]];

/** The body of every refusal. `requestId` names the log line; `details` never holds patient data. */
export const errorBody = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  requestId: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ErrorBody = z.infer<typeof errorBody>;

/**
 * WebSocket and channel close codes. 4401 and 4403 are final: the client does not come back by itself. 4423: the screen is
 * locked; it comes back once it is unlocked.
 */
export const closeCodes = {
  session_ended: 4401,
  access_withdrawn: 4403,
  screen_locked: 4423,
  report_sealed: 4409,
  too_large: 1009,
  too_many: 4429,
  update_refused: 4400,
  storage_unavailable: 4503,
  server_stopping: 1012,
} as const;
export type CloseReason = keyof typeof closeCodes;
