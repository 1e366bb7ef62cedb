import type { BoardRole } from '@concertation/shared/access';
import type { BoardCard } from '@concertation/shared/contracts';
import type { BoardKind } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';

/** A board's kind, level and roles in words. */
export function useBoardWords() {
  const { t } = useTranslation('boards');
  return {
    kind: (kind: BoardKind) => t(`kind.${kind}`),
    level: (level: BoardCard['level']) => t(`level.${level}`),
    role: (role: BoardRole) => t(`role.${role}`),
  };
}
