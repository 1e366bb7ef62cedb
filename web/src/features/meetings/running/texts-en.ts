import type { fr } from './texts.ts';

export const en: typeof fr = {
  quorum: {
    met: 'Quorum met',
    unmet: 'Quorum not met',
    missing: 'Missing:',
    treating: 'nobody in charge of the patient is present',
    specialties_one: '{{count}} physician of another specialty',
    specialties_other: '{{count}} physicians of other specialties',
    rule_one: '{{names}}',
    rule_other: '{{count}} × {{names}}',
    or: ' or ',
  },
  clock: {
    label: 'Time of discussion',
    elapsed: '{{minutes}} min {{seconds}} s of {{planned}} min',
    exceeded: 'over time',
    exceededBy_one: 'over time by {{count}} min',
    exceededBy_other: 'over time by {{count}} min',
  },
  since: {
    title: 'Since the previous meeting',
    loading: 'Comparing the sheet…',
    never: 'No report of this case has been frozen yet.',
    from: 'Compared with the sheet of {{moment}} ({{board}}).',
    nothing: 'Nothing changed on the sheet since.',
    empty: 'left empty',
    added: 'added',
    removed: 'removed',
  },
  details: { title: 'About the meeting' },
};
