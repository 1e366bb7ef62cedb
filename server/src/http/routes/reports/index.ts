import type { Route } from '../../route.ts';
import { answerReadBack } from './answer-read-back.ts';
import { checkFile } from './check-file.ts';
import { correctReport } from './correct-report.ts';
import { downloadReport } from './download-report.ts';
import { freezeReport } from './freeze-report.ts';
import { listGaps } from './list-gaps.ts';
import { moveReport } from './move-report.ts';
import { prefillReport } from './prefill-report.ts';
import { readProvenance } from './read-provenance.ts';
import { readReadBack } from './read-read-back.ts';
import { readReport } from './read-report.ts';

export const reportRoutes: Route[] = [
  readReport,
  readProvenance,
  prefillReport,
  moveReport,
  listGaps,
  readReadBack,
  answerReadBack,
  freezeReport,
  correctReport,
  downloadReport,
  checkFile,
];
