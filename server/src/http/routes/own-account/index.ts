import type { Route } from '../../route.ts';
import { askNewAddress } from './ask-new-address.ts';
import { choosePin } from './choose-pin.ts';
import { confirmCodeApplication } from './confirm-code-application.ts';
import { confirmNewAddress } from './confirm-new-address.ts';
import { forgetDevice } from './forget-device.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { readProfile } from './read-profile.ts';
import { readWaysIn } from './read-ways-in.ts';
import { removeCodeApplication } from './remove-code-application.ts';
import { removePassword } from './remove-password.ts';
import { setPassword } from './set-password.ts';
import { startCodeApplication } from './start-code-application.ts';
import { updateProfile } from './update-profile.ts';

export const ownAccountRoutes: Route[] = [
  askNewAddress,
  choosePin,
  confirmCodeApplication,
  confirmNewAddress,
  forgetDevice,
  makeRecoveryCodes,
  readProfile,
  readWaysIn,
  removeCodeApplication,
  removePassword,
  setPassword,
  startCodeApplication,
  updateProfile,
];
