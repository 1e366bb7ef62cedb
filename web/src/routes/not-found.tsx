import { useTranslation } from 'react-i18next';
import { EmptyState, LinkButton, PageHeader } from '../ui/index.ts';

/** Any other address. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        title={t('notFound.words')}
        action={
          <LinkButton href="/" variant="primary">
            {t('error.home')}
          </LinkButton>
        }
      />
    </>
  );
}
