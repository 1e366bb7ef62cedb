import { z } from 'zod';
import { line, paragraph } from './text.ts';

/** Kinds of board. An opinion platform answers without meeting. Source: domain.md 1.1; SC-99. */
export const boardKinds = [
  'rcp_oncologie',
  'rcp_maladie_rare',
  'rcp_autre',
  'staff',
  'e_rcp',
  'opinion_platform',
] as const;
export const boardKind = z.enum(boardKinds);
export type BoardKind = z.infer<typeof boardKind>;

/** Standard, de recours, cancers rares, pédiatrique. Source: domain.md 1.2. */
export const boardVariants = ['standard', 'recourse', 'rare', 'paediatric'] as const;
export const boardVariant = z.enum(boardVariants);

/** Locale, régionale, nationale. Source: SC-02. */
export const boardLevels = ['local', 'regional', 'national'] as const;
export const boardLevel = z.enum(boardLevels);

export const boardFrequencies = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'on_demand'] as const;
export const boardFrequency = z.enum(boardFrequencies);

/** How people meet: the product's own call, another video tool, a telephone bridge, or one room. Source: OO-01 to OO-05, OO-12, SC-79. */
export const videoModes = ['product', 'link', 'audio', 'none'] as const;
export const videoMode = z.enum(videoModes);
/**
 * `details` is the text « Détail de la visioconférence »: link, code, number; with the product's own call, the telephone
 * bridge for those who cannot use it. Source: OO-33, OO-34, OO-15, SA-141.
 */
export const video = z.object({ mode: videoMode, details: paragraph(4000) });
export type Video = z.infer<typeof video>;

/** Identifies a label or a question within its board; chosen by the screen that adds it. */
const key = z.string().regex(/^[a-z0-9]{4,24}$/);

/** « Étiquette ». Source: SC-72. */
export const boardLabel = z.object({ key, name: line(60), urgent: z.boolean().default(false) });
export type BoardLabel = z.infer<typeof boardLabel>;

/** One question of « Infos complémentaires ». A document's answer is the file attached under its key. Source: SC-71, SC-73. */
export const question = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), key, label: line(200), mandatory: z.boolean() }),
  z.object({
    type: z.literal('choice'),
    key,
    label: line(200),
    mandatory: z.boolean(),
    choices: z.array(line(120)).min(2).max(30),
  }),
  z.object({
    type: z.literal('number'),
    key,
    label: line(200),
    mandatory: z.boolean(),
    unit: z.string().trim().max(30).default(''),
  }),
  z.object({ type: z.literal('date'), key, label: line(200), mandatory: z.boolean() }),
  z.object({ type: z.literal('document'), key, label: line(200), mandatory: z.boolean() }),
]);
export type Question = z.infer<typeof question>;

const distinctKeys = (items: { key: string }[]) => new Set(items.map((item) => item.key)).size === items.length;
export const questionnaire = z.array(question).max(60).refine(distinctKeys, { error: 'keys' });
export const boardLabels = z.array(boardLabel).max(60).refine(distinctKeys, { error: 'keys' });
