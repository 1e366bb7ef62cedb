import type { Route } from '../../route.ts';
import { readDirectoryProfessional } from './read-directory-professional.ts';
import { readDirectoryState } from './read-directory-state.ts';
import { searchDirectory } from './search-directory.ts';

export const directoryRoutes: Route[] = [readDirectoryState, searchDirectory, readDirectoryProfessional];
