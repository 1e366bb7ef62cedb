import type { Route } from '../../route.ts';
import { downloadFile } from './download-file.ts';
import { listFileEntries } from './list-file-entries.ts';
import { listFiles } from './list-files.ts';
import { previewFile } from './preview-file.ts';
import { removeFile } from './remove-file.ts';
import { restoreFile } from './restore-file.ts';

export const fileRoutes: Route[] = [listFiles, removeFile, restoreFile, downloadFile, previewFile, listFileEntries];
