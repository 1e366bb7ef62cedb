import type { DecisionText } from '@concertation/shared/contracts';
import { decisions, type ReportField, yesNo } from '@concertation/shared/documents';
import { useTranslation } from 'react-i18next';
import styles from './read-back.module.css';

/** True when neither the proposal nor a field says anything. */
export const saysNothing = ({ lines, fields }: DecisionText): boolean =>
  fields.length === 0 && lines.every((line) => line.trim() === '');

/** A field's value in words, where it was chosen in a list. */
function useValueWords(): (field: ReportField, value: string) => string {
  const { t } = useTranslation('reports');
  return (field, value) => {
    const decision = field === 'decision' && decisions.find((id) => id === value);
    const answer = field === 'completeFile' && yesNo.find((id) => id === value);
    return decision ? t(`decision.${decision}`) : answer ? t(`yesNo.${answer}`) : value;
  };
}

/** The decision's exact words, all of them and nothing else. Rule RBK-1. */
export function DecisionWords({ text }: { text: DecisionText }) {
  const { t } = useTranslation('reports');
  const words = useValueWords();
  const lines = text.lines.join('\n');
  return (
    <section aria-label={t('readBack.words')} className={styles.words}>
      {lines.trim() === '' ? (
        <p className={styles.soft}>{t('readBack.noProposal')}</p>
      ) : (
        <p className={styles.proposal}>{lines}</p>
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
