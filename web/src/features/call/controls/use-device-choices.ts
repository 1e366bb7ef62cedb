import { useTranslation } from 'react-i18next';
import type { Choice } from '../../../ui/index.ts';
import { useCall } from '../call-context.ts';
import type { DeviceKind } from '../call-state.ts';

/** The choice that leaves it to the system. */
const system = 'system';

/** The devices of one kind as choices, the system's own first. */
export function useDeviceChoices(kind: DeviceKind): {
  choices: Choice<string>[];
  toDevice: (choice: string) => string | null;
} {
  const { t } = useTranslation('call');
  const found = useCall((state) => state.devices.found[kind]);
  const own = t(kind === 'microphone' ? 'greenRoom.system' : 'greenRoom.systemFeminine');
  const named = found
    .filter(({ deviceId }) => deviceId !== '' && deviceId !== 'default')
    .map(({ deviceId, label }, at) => ({ id: deviceId, label: label || t('greenRoom.unnamed', { count: at + 1 }) }));
  return {
    choices: [{ id: system, label: own }, ...named],
    toDevice: (choice) => (choice === system ? null : choice),
  };
}
