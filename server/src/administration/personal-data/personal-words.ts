import type { GrantRole, SubjectKind } from '@concertation/shared/access';
import type { ErasureState } from '@concertation/shared/contracts';
import type {
  AddressReaders,
  Service,
  SessionMeans,
  ValidationKind,
  ValidationState,
} from '@concertation/shared/domain';
import type { AuditKind } from '../../audit/index.ts';

/** What a kind of act is about: what stands before its point. */
type Field = AuditKind extends infer Kind ? (Kind extends `${infer Before}.${string}` ? Before : never) : never;

/** The fields of the audit, in French. */
export const fieldWords: Record<Field, string> = {
  account: 'Compte',
  access: 'Accès refusés',
  address: 'Adresse e-mail',
  attendance: 'Présences aux réunions',
  audit: 'Journal des actes',
  board: 'RCP',
  call: 'Visioconférences',
  case: 'Dossiers',
  code_application: 'Application de codes',
  cohort: 'Cohortes',
  consent: 'Consentements',
  correspondent: 'Correspondant d’un patient',
  conversation: 'Conversations de la messagerie',
  delivery: 'Remises de comptes-rendus',
  device: 'Appareils',
  directory: 'Annuaire RPPS',
  document: 'Documents ouverts à l’écran',
  erasure: 'Demandes d’effacement',
  file: 'Pièces jointes',
  grant: 'Rôles donnés ou retirés',
  guest: 'Invités',
  invitation: 'Invitations',
  meeting: 'Réunions',
  message: 'Messages de la messagerie',
  notification: 'Réglages des notifications',
  opinion: 'Avis',
  organisation: 'Organisations',
  passkey: 'Clés d’accès',
  password: 'Mot de passe',
  patient: 'Identité des patients',
  personal_data: 'Données personnelles',
  pin: 'Code à 4 chiffres',
  presentation: 'Présentations',
  presenter: 'Relances',
  pro_sante_connect: 'Pro Santé Connect',
  proof: 'Justificatifs',
  recovery: 'Récupération du compte',
  recovery_code: 'Codes de récupération',
  recovery_codes: 'Codes de récupération créés',
  report: 'Comptes-rendus',
  session: 'Connexions',
  validation: 'Demandes de validation',
};

/** Of any recorded kind, also one that this version no longer records. */
export const fieldWord = (kind: string): string => {
  const [field = kind] = kind.split('.');
  return (fieldWords as Record<string, string>)[field] ?? field;
};

/** Who sees the professional address. Source: PA-19. */
export const addressReadersWords: Record<AddressReaders, string> = {
  nobody: 'à personne',
  colleagues: 'aux confrères de mes organisations et de mes RCP',
  everybody: 'à tous les professionnels inscrits',
};

/** The places of the product, as the navigation names them. Source: PA-18. */
export const serviceWords: Record<Service, string> = {
  patients: 'Patients',
  colleagues: 'Confrères',
  opinions: 'Avis',
  staff: 'Staff',
  cohorts: 'Cohortes',
};

export const roleWords: Record<GrantRole, string> = {
  coordinator: 'coordonnateur',
  delegate: 'délégué',
  secretary: 'secrétaire',
  member: 'membre',
  guest: 'invité',
  administrator: 'administrateur',
  affiliate: 'membre',
  platform_administrator: 'administrateur',
  support: 'assistance',
  cohort_owner: 'responsable',
  cohort_member: 'membre',
  owner: 'responsable',
  referent: 'référent',
  expert: 'expert',
  reader: 'lecteur',
  presenter: 'présentateur',
  presented: 'présenté',
  presented_openly: 'présenté aux invités',
};

export const subjectWords: Record<SubjectKind, string> = {
  platform: 'installation',
  organisation: 'organisation',
  board: 'RCP',
  cohort: 'cohorte',
  case: 'dossier',
  meeting: 'réunion',
  report: 'compte-rendu',
};

export const meansWords: Record<SessionMeans, string> = {
  passkey: 'clé d’accès',
  password_totp: 'mot de passe et application',
  password_sms: 'mot de passe et SMS',
  password_email: 'mot de passe et e-mail',
  recovery_code: 'code de récupération',
  pro_sante_connect: 'Pro Santé Connect',
  guest_link: 'lien d’invité',
  demonstration: 'compte de démonstration',
};

export const validationWords: Record<ValidationKind, string> = {
  proof: 'justificatif',
  administrator: 'demande à un administrateur',
  sponsor: 'demande de parrainage',
};

export const stateWords: Record<ValidationState | ErasureState, string> = {
  waiting: 'en attente',
  accepted: 'acceptée',
  refused: 'refusée',
  asked_again: 'autre pièce demandée',
  withdrawn: 'retirée',
  done: 'faite',
};
