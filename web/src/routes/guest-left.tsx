import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { HelpContacts } from '../features/organisations/index.ts';
import { StepHeading, useDocumentTitle } from '../ui/index.ts';
import { Entrance } from './entrance.tsx';

/** `/invite`: where a guest is once they left, or once their access ended. */
export function GuestLeftPage() {
  const { t } = useTranslation('guests');
  const { state } = useLocation();
  const isEnded = (state as { ended?: boolean } | null)?.ended === true;
  const title = t(isEnded ? 'left.ended' : 'left.title');
  useDocumentTitle(title);
  return (
    <Entrance>
      <StepHeading>{title}</StepHeading>
      <p>{t('left.words')}</p>
      <HelpContacts />
    </Entrance>
  );
}
