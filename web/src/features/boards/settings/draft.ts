import { type BoardSettings, boardSettings } from '@concertation/shared/contracts';
import type { BoardKind, Question } from '@concertation/shared/domain';

export type RuleDraft = { anyOf: string[]; minimum: string };
export type QuorumDraft = { specialties: string; rules: RuleDraft[] };

/** A question as it is being written: `choices` has one on each line. What its type does not use is kept meanwhile. */
export type QuestionDraft = {
  key: string;
  type: Question['type'];
  label: string;
  mandatory: boolean;
  choices: string;
  unit: string;
};

type AsTyped = {
  kind: BoardKind | null;
  organisations: { organisationId: string; name: string }[];
  capacity: string;
  closingHours: string;
  minutesPerCase: string;
  quorum: QuorumDraft | null;
  questionnaire: QuestionDraft[];
};

/** A board's settings as its form holds them: numbers as typed, organisations with their names. */
export type SettingsDraft = Omit<BoardSettings, keyof AsTyped | 'organisationIds'> & AsTyped;

/** What a new board starts from. */
export const emptyDraft: SettingsDraft = {
  name: '',
  kind: null,
  variant: 'standard',
  level: 'local',
  organisations: [],
  field: '',
  place: '',
  charter: '',
  frequency: 'on_demand',
  timeZone: 'Europe/Paris',
  capacity: '',
  closingHours: '24',
  minutesPerCase: '6',
  admitsGuests: false,
  published: false,
  showsMembers: false,
  quorum: null,
  labels: [],
  labelsMandatory: false,
  questionnaire: [],
  video: { mode: 'none', details: '' },
};

/** The settings of a board that exists, to be changed. */
export function toDraft(
  { organisationIds: _ids, ...settings }: BoardSettings,
  organisations: SettingsDraft['organisations'],
): SettingsDraft {
  const { capacity, closingHours, minutesPerCase, quorum, questionnaire } = settings;
  return {
    ...settings,
    organisations,
    capacity: capacity === null ? '' : String(capacity),
    closingHours: String(closingHours),
    minutesPerCase: String(minutesPerCase),
    quorum: quorum && {
      specialties: String(quorum.specialties),
      rules: quorum.rules.map(({ anyOf, minimum }) => ({ anyOf, minimum: String(minimum) })),
    },
    questionnaire: questionnaire.map((question) => ({
      key: question.key,
      type: question.type,
      label: question.label,
      mandatory: question.mandatory,
      choices: question.type === 'choice' ? question.choices.join('\n') : '',
      unit: question.type === 'number' ? question.unit : '',
    })),
  };
}

/** A whole number as typed; what is none is refused by the contract. */
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);

function toQuestion({ type, key, label, mandatory, choices, unit }: QuestionDraft): unknown {
  const common = { type, key, label, mandatory };
  if (type === 'number') return { ...common, unit };
  if (type !== 'choice') return common;
  const lines = choices.split('\n').map((line) => line.trim());
  return { ...common, choices: lines.filter(Boolean) };
}

/** The settings to send, or the paths of what must be corrected (`questionnaire.0.label`), in the contract's words. */
export function readSettings(draft: SettingsDraft): { settings: BoardSettings } | { wrong: string[] } {
  const { organisations, quorum, questionnaire, ...rest } = draft;
  const parsed = boardSettings.safeParse({
    ...rest,
    organisationIds: organisations.map(({ organisationId }) => organisationId),
    capacity: draft.capacity.trim() === '' ? null : whole(draft.capacity),
    closingHours: whole(draft.closingHours),
    minutesPerCase: whole(draft.minutesPerCase),
    quorum: quorum && {
      specialties: whole(quorum.specialties),
      rules: quorum.rules.map(({ anyOf, minimum }) => ({ anyOf, minimum: whole(minimum) })),
    },
    questionnaire: questionnaire.map(toQuestion),
  });
  if (parsed.success) return { settings: parsed.data };
  return { wrong: parsed.error.issues.map(({ path }) => path.join('.')) };
}
