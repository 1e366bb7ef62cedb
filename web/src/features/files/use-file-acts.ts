import type { FileLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download, useCommand } from '../../api/index.ts';
import { useToast } from '../../ui/index.ts';

/** What is done with a document of a case: saved on this computer, removed, brought back. Each says how it ended. */
export function useFileActs(caseId: string) {
  const { t } = useTranslation('files');
  const { show } = useToast();
  const [saving, setSaving] = useState<string | null>(null);
  const removal = useCommand('removeFile', { refreshes: ['listFiles'] });
  const restoration = useCommand('restoreFile', { refreshes: ['listFiles'] });
  const say = (error: unknown) =>
    show({ tone: 'danger', message: error instanceof Error ? error.message : t('failed') });

  const save = async ({ fileId, name }: Pick<FileLine, 'fileId' | 'name'>) => {
    setSaving(fileId);
    try {
      const saved = await download('downloadFile', { params: { caseId, fileId } }, name);
      show({ tone: 'success', message: t('downloaded', { name: saved }) });
    } catch (error) {
      say(error);
    } finally {
      setSaving(null);
    }
  };
  const restore = ({ fileId, name }: FileLine) =>
    restoration.mutate(
      { params: { caseId, fileId } },
      { onSuccess: () => show({ tone: 'success', message: t('restored', { name }) }), onError: say },
    );
  const remove = (line: FileLine) =>
    removal.mutate(
      { params: { caseId, fileId: line.fileId } },
      {
        onSuccess: () =>
          show({
            tone: 'success',
            message: t('removed', { name: line.name }),
            // What was still being sent is forgotten: it cannot be brought back, only sent again.
            ...(line.state === 'receiving' ? {} : { action: { label: t('restore'), onAction: () => restore(line) } }),
          }),
        onError: say,
      },
    );
  return { save, remove, saving, removing: removal.isPending ? removal.variables.params.fileId : null };
}
