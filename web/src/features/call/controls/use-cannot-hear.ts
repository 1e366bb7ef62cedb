import { useTranslation } from 'react-i18next';
import { useToast } from '../../../ui/index.ts';
import { useCallActions } from '../call-context.ts';

/** « Je n’entends pas »: one tap, without a name. */
export function useCannotHear(): () => void {
  const { t } = useTranslation('call');
  const { show } = useToast();
  const call = useCallActions();
  return () => {
    call.cannotHear();
    show({ message: t('notice.cannotHearSent') });
  };
}
