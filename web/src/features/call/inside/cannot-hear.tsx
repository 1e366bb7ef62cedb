import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';

/** « Je n’entends pas », for who runs the call: without a name, and there until it was seen. */
export function CannotHear() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const notices = useCall((state) => state.notices);
  const deaf = notices.filter(({ kind }) => kind === 'cannot_hear');
  if (deaf.length === 0) return null;
  return (
    <Notice
      tone="danger"
      title={t('banner.cannotHear', { count: deaf.length })}
      actions={
        <Button size="small" onPress={() => deaf.forEach(({ id }) => call.dismiss(id))}>
          {t('banner.seen')}
        </Button>
      }
    >
      <p>{t('banner.cannotHearWords')}</p>
    </Notice>
  );
}
