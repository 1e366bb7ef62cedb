import type { DecisionText } from '@concertation/shared/contracts';
import { decisions, type ReportField, yesNo } from '@concertation/shared/documents';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './read-back.module.css';

/** True when neither the proposal nor a field says anything. */
export const saysNothing = ({ lines, fields }: DecisionText): boolean => fields.length === 0 && lines.length === 0;

/** A field's value in words, where it was chosen in a list. */
function useValueWords(): (field: ReportField, value: string) => string {
  const { t } = useTranslation('reports');
  return (field, value) => {
    const decision = field === 'decision' && decisions.find((id) => id === value);
    const answer = field === 'completeFile' && yesNo.find((id) => id === value);
    return decision ? t(`decision.${decision}`) : answer ? t(`yesNo.${answer}`) : value;
  };
}

/** Words of one form, dressed as on paper where the form changes what they say. */
function Run({ text, marks }: DecisionText['lines'][number][number]) {
  return marks.reduce<ReactNode>(
    (inside, mark) =>
      mark === 'strike' ? <s>{inside}</s> : mark === 'super' ? <sup>{inside}</sup> : <sub>{inside}</sub>,
    text,
  );
}

/** The decision's exact words, all of them and nothing else. Rule RBK-1. */
export function DecisionWords({ text }: { text: DecisionText }) {
  const { t } = useTranslation('reports');
  const words = useValueWords();
  return (
    <section aria-label={t('readBack.words')} className={styles.words}>
      {text.lines.length === 0 ? (
        <p className={styles.soft}>{t('readBack.noProposal')}</p>
      ) : (
        <div className={styles.proposal}>
          {text.lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line has no other name than its place
            <p key={index}>
              {line.map((run, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- nor has a run: neither keeps any state
                <Run key={place} {...run} />
              ))}
            </p>
          ))}
        </div>
      )}
      {text.fields.length > 0 && (
        <dl className={styles.fields}>
          {text.fields.map(({ field, value }) => (
            <div key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>{words(field, value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
