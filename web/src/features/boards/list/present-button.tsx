import type { BoardCard } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/index.ts';

/**
 * « Présenter un patient », replaced on the day of a meeting by « Participer au staff ». An opinion platform never
 * meets: it has neither. Source: SC-59, SC-99.
 */
export function PresentButton({
  board,
  isMain = false,
  isListed = false,
}: {
  board: BoardCard;
  /** The first thing to do on its page. */
  isMain?: boolean;
  /** Beside other boards: its name says which one it is about. */
  isListed?: boolean;
}) {
  const { t } = useTranslation('boards');
  const { boardId, kind, name, today } = board;
  if (kind === 'opinion_platform') return null;
  if (today)
    return (
      <LinkButton
        href={`/staff/${boardId}/participer`}
        variant="primary"
        icon="people"
        {...(isListed ? { 'aria-label': t('participate.to', { name }) } : {})}
      >
        {t('participate.button')}
      </LinkButton>
    );
  return (
    <LinkButton
      href={`/presenter/${boardId}`}
      variant={isMain ? 'primary' : 'secondary'}
      icon="add"
      {...(isListed ? { 'aria-label': t('present.to', { name }) } : {})}
    >
      {t('present.button')}
    </LinkButton>
  );
}
