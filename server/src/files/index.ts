/**
 * Files: the documents of a case, and the proofs that accounts send of who they are, from their first byte to their removal. What is received is recognised by its content,
 * passed to the antivirus when there is one, and only then served. It knows a case by its id: who may is asked of access.
 */
export { fileAnswers } from './file-answers.ts';
export type { FileNeeds, FollowProof } from './file-needs.ts';
export type { FileRow, ProofFile } from './file-rows.ts';
export { previewFile } from './previews/preview-file.ts';
export { listEntries } from './reading/list-entries.ts';
export { readProofs } from './reading/read-proofs.ts';
export { listFiles } from './reading/list-files.ts';
export { openFile } from './reading/open-file.ts';
export { abandonUpload } from './receiving/abandon-upload.ts';
export { beginUpload, type NewUpload, refuseSize, type UploadPurpose } from './receiving/begin-upload.ts';
export { finishUpload } from './receiving/finish-upload.ts';
export { readUpload } from './receiving/read-upload.ts';
export { Uploads } from './receiving/uploads.ts';
export { removeFile } from './removing/remove-file.ts';
export { removeProof } from './removing/remove-proof.ts';
export { restoreFile } from './removing/restore-file.ts';
export { startFiles, type StartedFiles } from './start-files.ts';
