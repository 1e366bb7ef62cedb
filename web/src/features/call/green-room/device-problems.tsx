import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../../ui/index.ts';
import { useCall } from '../call-context.ts';

/** What the browser refuses or lacks, and what to do about it; one may always come in without. */
export function DeviceProblems({ onRetry, isInside = false }: { onRetry: () => void; isInside?: boolean }) {
  const { t } = useTranslation('call');
  const { microphone, camera } = useCall((state) => state.devices.problems);
  const problems = [...new Set([microphone, camera])].filter((problem) => problem !== undefined);
  if (problems.length === 0) return null;
  return (
    <Notice
      tone="warning"
      actions={
        <Button size="small" onPress={onRetry}>
          {t('greenRoom.retry')}
        </Button>
      }
    >
      {microphone !== undefined && <p>{t(`problem.microphone_${microphone}`)}</p>}
      {camera !== undefined && <p>{t(`problem.camera_${camera}`)}</p>}
      {problems.map((problem) => (
        <p key={problem}>{t(`problem.do_${problem}`)}</p>
      ))}
      {!isInside && <p>{t('problem.enterAnyway')}</p>}
    </Notice>
  );
}
