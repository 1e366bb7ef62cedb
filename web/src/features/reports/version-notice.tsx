import type { ReportDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../ui/index.ts';

/** Which version this is among those of the report: what it cancels and replaces, what replaced it, or will once signed. */
export function VersionNotice({
  report,
  latestId,
  onView,
}: {
  report: ReportDetail;
  latestId: string;
  onView: (reportId: string) => void;
}) {
  const { t } = useTranslation('reports');
  const { version, replaces, replacedBy, isReplaced } = report;
  if (replacedBy !== null) {
    return (
      <Notice
        tone={isReplaced ? 'warning' : 'info'}
        title={isReplaced ? t('version.old') : t('version.corrected')}
        actions={
          <>
            <Button size="small" onPress={() => onView(latestId)}>
              {t('version.backToCurrent')}
            </Button>
            {replaces !== null && <PreviousVersion version={version - 1} onView={() => onView(replaces)} />}
          </>
        }
      >
        <p>{t(isReplaced ? 'version.replaced' : 'version.stands', { version, next: version + 1 })}</p>
      </Notice>
    );
  }
  if (replaces === null) return null;
  return (
    <Notice
      title={t('version.replaces', { version, previous: version - 1 })}
      actions={<PreviousVersion version={version - 1} onView={() => onView(replaces)} />}
    />
  );
}

function PreviousVersion({ version, onView }: { version: number; onView: () => void }) {
  const { t } = useTranslation('reports');
  return (
    <Button size="small" onPress={onView}>
      {t('version.seePrevious', { version })}
    </Button>
  );
}
