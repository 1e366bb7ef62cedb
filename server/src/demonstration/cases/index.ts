import type { PatientIdentity } from '@concertation/shared/domain';
import type { CaseField, CaseSection, ReportField, ReportSection } from '@concertation/shared/documents';
import type { PersonKey } from '../people.ts';
import { hepatocellular } from './hepatocellular.ts';
import { liverMetastases } from './liver-metastases.ts';
import { oesophagus } from './oesophagus.ts';
import { pancreas } from './pancreas.ts';
import { rectum } from './rectum.ts';
import { stomach } from './stomach.ts';

export { hepatocellular, liverMetastases };

/** The day so many days before the demonstration was prepared, as people write it (JJ/MM/AAAA) or as fields keep it. */
export type Days = { ago: (days: number) => string; iso: (days: number) => string };

/** A fictitious case: any likeness with a person is chance. */
export type DemonstrationCase = {
  presenter: PersonKey;
  referent: PersonKey | null;
  identity: PatientIdentity;
  tags: string[];
  /** Whether the patient's information is recorded: without it the case is « non prêt ». */
  informed: boolean;
  /** Whether the patient agreed to sharing outside the team: the meeting’s guests then read it. */
  shared?: boolean;
  words: (day: Days) => { sections: Record<CaseSection, string>; fields: Record<CaseField, string> };
  report?: (day: Days) => { sections: Record<ReportSection, string>; fields: Record<ReportField, string> };
};

/** By meeting, in the order of its list. */
export const demonstrationCases: Record<'today' | 'past' | 'next', DemonstrationCase[]> = {
  today: [liverMetastases, rectum, pancreas, hepatocellular],
  past: [stomach],
  next: [oesophagus],
};
