import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** A professional as the national directory knows them: open data, without telephone or e-mail. Source: SC-12, SC-13. */
export const directoryProfessional = z.object({
  /** The « identification nationale »: 8 and the RPPS number for who has one. */
  nationalId: z.string(),
  rpps: z.string().nullable(),
  /** One of `titles` where the directory gives one that is, else empty. */
  title: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  profession: z.string(),
  specialties: z.array(z.string()),
  /** Where they work: three towns and three structures at most. */
  towns: z.array(z.string()),
  structures: z.array(z.string()),
  /** Has an activity today; one who has none may have retired. */
  active: z.boolean(),
  /** The extraction loaded on this server, or the directory asked on line. */
  source: z.enum(['extraction', 'fhir']),
});
export type DirectoryProfessional = z.infer<typeof directoryProfessional>;

/** What a search found, best first. */
export const directorySearch = z.object({
  professionals: z.array(directoryProfessional),
  /** There are others: to be made precise by another name or the RPPS number. */
  more: z.boolean(),
  /** The directory on line was not needed or is not configured; answered; or did not answer. */
  live: z.enum(['not_asked', 'answered', 'unavailable']),
});
export type DirectorySearch = z.infer<typeof directorySearch>;

/** What the directory of this server holds. `available`: a search can find somebody. */
export const directoryState = z.object({
  available: z.boolean(),
  professionals: z.number(),
  /** The date of the extraction itself; null when none is loaded. */
  fileDate: z.iso.datetime().nullable(),
  importedAt: z.iso.datetime().nullable(),
  /** The national directory is also asked on line. */
  live: z.boolean(),
});
export type DirectoryState = z.infer<typeof directoryState>;

export const directoryEndpoints = {
  readDirectoryState: endpoint({
    method: 'GET',
    path: '/api/directory',
    summary: 'What the RPPS directory of this server holds: its date, how many professionals',
    gate: 'public',
    response: directoryState,
  }),
  searchDirectory: endpoint({
    method: 'GET',
    path: '/api/directory/professionals',
    summary: 'Professionals of the RPPS directory by family name, first name or number, typos tolerated. At most 20',
    gate: 'public',
    query: z.object({ search: z.string().trim().max(100) }),
    response: directorySearch,
  }),
  readDirectoryProfessional: endpoint({
    method: 'GET',
    path: '/api/directory/professionals/:nationalId',
    summary: 'One professional of the RPPS directory, to fill a form',
    gate: 'public',
    params: z.object({ nationalId: z.string().regex(/^[0-9A-Za-z-]{1,40}$/) }),
    response: directoryProfessional,
  }),
};
