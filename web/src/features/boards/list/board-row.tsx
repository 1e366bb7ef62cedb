import type { BoardCard } from '@concertation/shared/contracts';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge, useFormats } from '../../../ui/index.ts';
import { useBoardWords } from '../words/use-board-words.ts';
import styles from './boards.module.css';
import { PresentButton } from './present-button.tsx';

function When({ board: { kind, today, next } }: { board: BoardCard }) {
  const { t } = useTranslation('boards');
  const { meetingTime, time } = useFormats();
  if (kind === 'opinion_platform') return null;
  if (today)
    return (
      <p className={styles.when}>
        <Badge tone="success">{t('list.today')}</Badge> <time dateTime={today.startsAt}>{time(today.startsAt)}</time>
      </p>
    );
  if (!next) return <p className={styles.soft}>{t('list.noDate')}</p>;
  return (
    <p className={styles.when}>
      <span className={styles.soft}>{t('list.next')}</span>{' '}
      <time dateTime={next.startsAt} className={styles.date}>
        {meetingTime(next.startsAt)}
      </time>
    </p>
  );
}

/** A board in the list: what it is, when it next meets, and the one thing to do. */
export function BoardRow({ board }: { board: BoardCard }) {
  const words = useBoardWords();
  const { boardId, name, kind, level, organisation, field, place, roles } = board;
  const [role] = roles;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h2 className={styles.name}>
          <Link href={`/staff/${boardId}`}>{name}</Link>
        </h2>
        <p className={styles.badges}>
          <Badge>{words.kind(kind)}</Badge>
          <Badge tone="info">{words.level(level)}</Badge>
          {role && <Badge tone="accent">{words.role(role)}</Badge>}
        </p>
        <p className={styles.soft}>{[organisation, field, place].filter(Boolean).join(' · ')}</p>
      </div>
      <div className={styles.act}>
        <When board={board} />
        <PresentButton board={board} isListed />
      </div>
    </li>
  );
}
