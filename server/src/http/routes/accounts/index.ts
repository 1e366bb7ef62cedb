import type { Route } from '../../route.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { finishPasskey } from './finish-passkey.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { listColleagues } from './list-colleagues.ts';
import { listPasskeys } from './list-passkeys.ts';
import { listSessions } from './list-sessions.ts';
import { loginDemonstration } from './login-demonstration.ts';
import { logout } from './logout.ts';
import { readConfiguration } from './read-configuration.ts';
import { readMe } from './read-me.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { searchPeople } from './search-people.ts';
import { startPasskey } from './start-passkey.ts';
import { startSignIn } from './start-sign-in.ts';

export const accountRoutes: Route[] = [
  readConfiguration,
  readMe,
  loginDemonstration,
  logout,
  startSignIn,
  finishSignIn,
  listPasskeys,
  startPasskey,
  finishPasskey,
  renamePasskey,
  removePasskey,
  listSessions,
  endSession,
  endOtherSessions,
  searchPeople,
  listColleagues,
];
