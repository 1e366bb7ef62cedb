import type { BoardDetail } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/index.ts';
import { useBoardWords } from '../words/use-board-words.ts';
import styles from './board.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Quorum({ quorum }: { quorum: NonNullable<BoardDetail['settings']['quorum']> }) {
  const { t } = useTranslation('boards');
  const or = ` ${t('facts.or')} `;
  return (
    <>
      {t('facts.specialties', { count: quorum.specialties })}
      {quorum.rules.length > 0 && (
        <ul className={styles.bullets}>
          {quorum.rules.map(({ anyOf, minimum }) => (
            <li key={anyOf.join(or)}>{t('facts.rule', { count: minimum, who: anyOf.join(or) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** « En bref »: what somebody who presents or comes must know of a board. */
export function BoardFactsPanel({ board }: { board: BoardDetail }) {
  const { t } = useTranslation('boards');
  const words = useBoardWords();
  const { settings, organisations, organisation, kind } = board;
  const meets = kind !== 'opinion_platform';
  const names = organisations.length > 0 ? organisations.map(({ name }) => name).join(', ') : organisation;
  return (
    <Panel title={t('facts.title')}>
      <dl className={styles.facts}>
        <Fact name={t('facts.level')}>{words.level(settings.level)}</Fact>
        {settings.variant !== 'standard' && <Fact name={t('facts.variant')}>{t(`variant.${settings.variant}`)}</Fact>}
        {names && <Fact name={t('facts.organisations', { count: organisations.length })}>{names}</Fact>}
        {settings.field && <Fact name={t('facts.field')}>{settings.field}</Fact>}
        {settings.place && <Fact name={t('facts.place')}>{settings.place}</Fact>}
        {meets && <Fact name={t('facts.frequency')}>{t(`frequency.${settings.frequency}`)}</Fact>}
        {meets && <Fact name={t('facts.video')}>{t(`video.mode.${settings.video.mode}`)}</Fact>}
        {meets && (
          <Fact name={t('facts.registration')}>
            {settings.closingHours === 0
              ? t('facts.closingAtStart')
              : t('facts.closing', { count: settings.closingHours })}
            {settings.capacity !== null && ` ${t('facts.capacity', { count: settings.capacity })}`}
          </Fact>
        )}
        {settings.quorum && (
          <Fact name={t('facts.quorum')}>
            <Quorum quorum={settings.quorum} />
          </Fact>
        )}
      </dl>
    </Panel>
  );
}
