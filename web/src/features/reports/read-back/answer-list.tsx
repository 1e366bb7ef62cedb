import type { ReadBack } from '@concertation/shared/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, useFormats } from '../../../ui/index.ts';
import styles from './read-back.module.css';

type Answer = ReadBack['answers'][number];

/** Who answered these words, who has not been heard, and what was said of other words since changed. Rules RBK-3, RBK-4. */
export function AnswerList({
  answers,
  awaited,
  isFrozen,
}: Pick<ReadBack, 'answers' | 'awaited'> & { isFrozen: boolean }) {
  const { t } = useTranslation('reports');
  const titleId = useId();
  const voidedId = useId();
  const holding = answers.filter(({ holds }) => holds);
  const voided = answers.filter(({ holds }) => !holds);
  return (
    <div className={styles.answers}>
      <p id={titleId} className={styles.subtitle}>
        {t('readBack.answers')}
      </p>
      {holding.length === 0 ? (
        <p className={styles.soft}>{t(isFrozen ? 'readBack.noneFrozen' : 'readBack.none')}</p>
      ) : (
        <ul aria-labelledby={titleId} className={styles.list}>
          {holding.map((answer) => (
            <AnswerLine key={`${answer.accountId} ${answer.givenAt}`} answer={answer} />
          ))}
        </ul>
      )}
      {awaited.length > 0 ? (
        <p>{t('readBack.awaited', { specialties: awaited.join(', ') })}</p>
      ) : (
        holding.length > 0 && <p className={styles.soft}>{t('readBack.allHeard')}</p>
      )}
      {voided.length > 0 && (
        <>
          <p id={voidedId} className={styles.subtitle}>
            {t('readBack.voided')}
          </p>
          <ul aria-labelledby={voidedId} className={styles.list}>
            {voided.map((answer) => (
              <AnswerLine key={`${answer.accountId} ${answer.givenAt}`} answer={answer} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function AnswerLine({ answer }: { answer: Answer }) {
  const { t } = useTranslation('reports');
  const { time } = useFormats();
  const { name, specialty, verdict, reason, givenAt, holds } = answer;
  const said = (
    <>
      <strong>{t(`readBack.${verdict}`)}</strong>{' '}
      <span>{specialty === '' ? name : t('readBack.by', { name, specialty })}</span>{' '}
      <span className={styles.soft}>{time(givenAt)}</span>
      {reason !== null && <span className={styles.reason}>{t('readBack.reason', { reason })}</span>}
    </>
  );
  return (
    <li className={styles.answer}>
      {holds ? <span>{said}</span> : <s className={styles.voided}>{said}</s>}
      {!holds && <Badge tone="warning">{t('readBack.voidedAnswer')}</Badge>}
    </li>
  );
}
