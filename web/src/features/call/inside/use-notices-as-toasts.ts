import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../ui/index.ts';
import { useCall, useCallScreen } from '../call-context.ts';
import { useErrorWords } from '../use-error-words.ts';

/** Says each notice of the call once. `cannot_hear` is not here: it stays, as a banner of the chair. */
export function useNoticesAsToasts(): void {
  const { t } = useTranslation('call');
  const { show } = useToast();
  const { client } = useCallScreen();
  const words = useErrorWords();
  const notices = useCall((state) => state.notices);
  useEffect(() => {
    for (const { id, kind, code } of notices) {
      if (kind === 'cannot_hear') continue;
      if (kind === 'refused') show({ tone: 'danger', message: code ? words(code) : t('after.lost') });
      else show({ tone: kind.endsWith('_failed') ? 'danger' : 'info', message: t(`notice.${kind}`) });
      client?.dismiss(id);
    }
  });
}
