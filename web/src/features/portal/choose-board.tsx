import type { PortalBoard } from '@concertation/shared/contracts';
import { type FormEvent, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge, Button, EmptyState, LinkButton, Panel, useFormats } from '../../ui/index.ts';
import styles from './portal.module.css';
import { useSite } from './use-site.ts';

function Choice({ board }: { board: PortalBoard }) {
  const { t } = useTranslation('portal');
  const { meetingTime } = useFormats();
  const facts = [t(`kind.${board.kind}`), t(`level.${board.level}`), board.field, board.place].filter(Boolean);
  return (
    <Radio value={board.boardId} className={styles.board ?? ''}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.boardWords}>
        <span className={styles.boardName}>{board.name}</span> <span className={styles.facts}>{facts.join(' · ')}</span>{' '}
        <span className={styles.date}>
          {board.meetsToday && <Badge tone="success">{t('boards.today')}</Badge>}{' '}
          {board.nextMeetingAt === null ? (
            <span className={styles.soft}>{t('boards.noNext')}</span>
          ) : (
            <span>{t('boards.next', { date: meetingTime(board.nextMeetingAt) })}</span>
          )}
        </span>
        {board.members.length > 0 && (
          <>
            {' '}
            <span className={styles.soft}>{t('boards.members', { names: board.members.join(', ') })}</span>
          </>
        )}
      </span>
    </Radio>
  );
}

/**
 * « Sélectionnez la RCP », then « Présenter un patient », or on its day « Participer au staff ». Signing in comes next,
 * and keeps the intent. Source: SC-56 to SC-60, SC-89, SC-90.
 */
export function ChooseBoard({ boards }: { boards: readonly PortalBoard[] }) {
  const { t } = useTranslation('portal');
  const site = useSite();
  const [chosenId, setChosenId] = useState<string | null>(boards.length === 1 ? (boards[0]?.boardId ?? null) : null);
  const [refused, setRefused] = useState(false);
  const chosen = boards.find(({ boardId }) => boardId === chosenId);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setRefused(true);
  };
  if (boards.length === 0)
    return (
      <Panel id="rcp" title={t('boards.title')}>
        <EmptyState title={t('boards.empty')}>{t('boards.emptyWords')}</EmptyState>
      </Panel>
    );
  return (
    <Panel id="rcp" title={t('boards.title')} padding={false}>
      <form onSubmit={ask} noValidate>
        <p className={styles.hint}>{t('boards.words')}</p>
        <RadioGroup
          aria-label={t('boards.title')}
          value={chosenId}
          onChange={setChosenId}
          isInvalid={refused && !chosen}
          className={styles.boards ?? ''}
        >
          {boards.map((board) => (
            <Choice key={board.boardId} board={board} />
          ))}
        </RadioGroup>
        <div className={styles.foot}>
          {chosen ? (
            <LinkButton
              variant="primary"
              icon={chosen.meetsToday ? 'staff' : 'add'}
              href={site(chosen.meetsToday ? `/staff/${chosen.boardId}/participer` : `/presenter/${chosen.boardId}`)}
            >
              {t(chosen.meetsToday ? 'participate' : 'presentPatient')}
            </LinkButton>
          ) : (
            <Button type="submit" variant="primary" icon="add">
              {t('presentPatient')}
            </Button>
          )}
          <p className={styles.soft} role={refused && !chosen ? 'alert' : undefined}>
            {refused && !chosen ? t('boards.choose') : t('boards.signInNext')}
          </p>
        </div>
      </form>
    </Panel>
  );
}
