import type { fr } from './texts.ts';

/** « Données personnelles (RGPD) », in English. */
export const en: typeof fr = {
  title: 'Personal data (GDPR)',
  kept: 'What Concertation keeps of you, and why',
  keptWords:
    'The establishment that opens Concertation to you answers for these data. They serve only what is said here.',
  why: 'Why',
  howLong: 'How long',
  what_identity: 'Your identity: name, title, specialty, profession, RPPS number, organisations and roles',
  why_identity:
    'Only identified professionals share the information of a patient (French public health code, art. L. 1110-4).',
  howLong_identity:
    'Until the account is erased. Your name and specialty stay on what you signed, kept with the patient’s record.',
  what_contact: 'Your e-mail address and telephone',
  why_contact: 'To tell you, and to protect your account.',
  howLong_contact: 'Until the account is erased.',
  what_ways: 'Your ways in, your devices and your sessions',
  why_ways: 'So that nobody else enters in your place. Nobody can read the password and the codes, not even we.',
  howLong_ways: 'Until you remove them, and at the latest until the account is erased.',
  what_validation: 'Your requests for validation and your proof',
  why_validation: 'To check that you are the professional you say you are.',
  howLong_validation:
    'The proof is taken away after the decision, and messages when the account is erased. That it was decided stays in the audit.',
  what_messages: 'Your notifications, your settings and the e-mails sent to you',
  why_messages: 'To tell you what awaits you. No patient’s name is in them.',
  howLong_messages: 'They are removed regularly, and all of them when the account is erased.',
  what_conversations: 'The messages that you write to colleagues, and the conversations you are in',
  why_conversations: 'So that those to whom you write read you, and nobody else.',
  howLong_conversations:
    'The words of a message, until you withdraw it. When the account is erased, your messages stay for those in the conversation, under your name.',
  what_audit: 'The audit of your acts: who did what, on which case, when',
  why_audit: 'A patient may ask who opened their record (GDPR, art. 15). Nobody can change this audit.',
  howLong_audit: 'Kept with the patient’s record, also after the account is erased.',
  what_words: 'What you write in cases, opinions and reports',
  why_words:
    'It is part of the patient’s record, which the establishment must keep (French public health code, art. R. 1112-7).',
  howLong_words: 'Kept with the patient’s record, also after the account is erased.',
  contact: 'Whom to write to',
  contactWords:
    'To correct your name, ask a question or exercise a right. If the answer does not suit you, you may turn to the CNIL (www.cnil.fr).',
  accesses: 'Who looked at what concerns me',
  accessesWords: 'What others did to your account, your requests and your roles: the latest 100 acts.',
  accessesNone: 'Nobody',
  accessesNoneWords: 'Nobody but you acted on your account, your requests or your roles.',
  accessesMore_one: 'See {{count}} older act',
  accessesMore_other: 'See {{count}} older acts',
  by: 'by {{name}}',
  byProduct: 'by Concertation',
  about_platform: 'on the installation',
  about_organisation: 'in an organisation',
  about_board: 'in an RCP',
  about_cohort: 'on a cohort',
  about_case: 'on a case',
  about_meeting: 'on a meeting',
  about_report: 'on a report',
  export: 'Export my data',
  exportWords:
    'Everything that Concertation keeps of you, without password or code, and without any data of a patient. What you wrote about a patient belongs to their record.',
  exportPdf: 'To read (PDF)',
  exportJson: 'For a machine (JSON)',
  exported: 'Your data are saved in {{file}}.',
  erasure: 'Erase my account',
  erasureWords:
    'An administrator decides. Erased: address, telephone, RPPS number, ways in, roles, notifications and drafts. What stays, because the law asks for it: your name and specialty on reports and in the audit. Your messages stay too, for those to whom you wrote them.',
  ask: 'Ask for erasure',
  askTitle: 'Ask that my account be erased',
  askWords: 'Once it is accepted, you can no longer sign in, and nothing can be restored.',
  askField: 'Your e-mail address, to confirm',
  askHint: 'Type {{email}}',
  askDifferent: 'This is not the address of this account. Type {{email}}.',
  askSend: 'Send the request',
  asked: 'Your request for erasure is sent.',
  waiting: 'Request for erasure sent on {{at}}. An administrator will decide; you will receive an e-mail.',
  withdraw: 'Take the request back',
  withdrawn: 'The request for erasure is taken back.',
  refused: 'Request refused on {{at}}',
  handOver_one:
    'One case has nobody but you. First hand it over to a colleague: « Share » the case, role « Referent ».',
  handOver_other:
    '{{count}} cases have nobody but you. First hand them over to a colleague: « Share » each case, role « Referent ».',
  lead: 'You alone administer an RCP, an organisation or this installation. First name somebody else.',
};
