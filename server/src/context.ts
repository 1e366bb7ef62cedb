import type { AddressInfo } from 'node:net';
import { parseDocumentName, type DocumentName } from '@concertation/shared/domain';
import { startEmergencySweep } from './administration/index.ts';
import { Audit } from './audit/index.ts';
import { AccountKeys, ProSanteConnect, Sessions, startSweep } from './auth/index.ts';
import { readCases } from './cases/index.ts';
import type { Configuration, Secrets } from './config/index.ts';
import { Database } from './database/index.ts';
import { signedFollower, startDeliveries } from './deliveries/index.ts';
import { prepareDemonstration, prepareDirectory } from './demonstration/index.ts';
import { createLiveDirectory, startDirectory } from './directory/index.ts';
import { Journal } from './documents/index.ts';
import { startFiles } from './files/index.ts';
import { createHttpServer, type Services } from './http/index.ts';
import { Jobs } from './jobs/index.ts';
import type { Logger } from './lib/index.ts';
import {
  createEngine,
  type Engine,
  iceServers,
  MediaHost,
  type MediaOptions,
  prepareWorkerBinary,
  type TellProgress,
} from './media/index.ts';
import {
  LiveAttendance,
  recordArrival,
  recordDepartures,
  screensShowing,
  startAttendanceSweep,
  tomorrowsPresentations,
  touchAttendances,
} from './meetings/index.ts';
import {
  createPost,
  createSendMail,
  createTell,
  httpTextDelivery,
  smtpDelivery,
  startDigest,
  startMail,
  startNotificationSweep,
  startTextMessages,
} from './notifications/index.ts';
import { proofFollower, startRegistration } from './registration/index.ts';
import { demonstrationSigner, openAuthority, openSigner, patientOfReport, startRendition } from './reports/index.ts';
import { Upgrades } from './sockets/index.ts';
import { SyncHost } from './sync/index.ts';

/** What tests of calls put in the place of the product's own. */
export type MediaParts = { engine?: Engine | undefined } & Partial<Pick<MediaOptions, 'seatKeptMs' | 'beatMs'>>;

export type RunningServer = { services: Services; origin: string; port: number; stop: () => Promise<void> };

/** Whom a document is about, for the audit of who opened it. */
async function patientOfDocument({ db }: Database, name: DocumentName): Promise<string | null> {
  const { kind, id } = parseDocumentName(name) ?? { kind: 'meeting', id: '' };
  if (kind === 'report') return patientOfReport(db, id);
  return kind === 'case' ? ((await readCases(db, [id])).get(id)?.patientId ?? null) : null;
}

/** The only place that constructs and wires. Says each long step through `progress`, then listens. */
export async function startServer(
  configuration: Configuration,
  secrets: Secrets,
  log: Logger,
  progress: (step: string) => void = () => undefined,
  parts: MediaParts = {},
): Promise<RunningServer> {
  progress('base de données');
  const database = await Database.open({
    source: configuration.database,
    dataDirectory: configuration.dataDirectory,
    connections: configuration.databaseConnections,
    log,
  });
  const audit = new Audit(secrets.auditKey);
  const jobs = new Jobs(database, log);
  await jobs.start();
  let origin = configuration.publicOrigin ?? `http://localhost:${configuration.port}`;
  const { signing, smtpUrl } = secrets;
  const setting = () => ({ origin, support: configuration.support });
  await startMail({
    database,
    jobs,
    deliver: smtpUrl ? smtpDelivery({ url: smtpUrl, from: configuration.mailFrom }) : null,
  });
  const { textMessages: textProvider } = secrets;
  await startTextMessages({ database, jobs, deliver: textProvider ? httpTextDelivery(textProvider) : null });
  const post = createPost({ jobs, setting, textMessages: configuration.textMessages });
  await startDigest({ database, jobs, setting, factsOf: tomorrowsPresentations });
  const tell = createTell({ jobs, setting });
  const stopNotificationSweep = startNotificationSweep({ database, log });
  const sendMail = createSendMail({ jobs });
  await startDeliveries({ database, audit, jobs, log, configuration, secrets, sendMail, origin: () => origin });
  const followSigned = signedFollower({ audit, jobs, configuration });
  const openKey = () => (signing ? openSigner(signing) : demonstrationSigner(configuration.dataDirectory));
  const authority = openAuthority(configuration.timestamps);
  const stopRendition = await startRendition({ database, audit, jobs, log, openKey, authority, tell, followSigned });

  const files = await startFiles({
    configuration,
    secrets,
    database,
    audit,
    jobs,
    log,
    followProof: proofFollower({ audit }),
    patientOfCase: async (executor, caseId) => (await readCases(executor, [caseId])).get(caseId)?.patientId ?? null,
  });

  const sessions = new Sessions({ database, audit, configuration });
  const stopSweep = startSweep({ database, sessions, log });

  const journal = new Journal({ sql: database.raw, log, pendingBytes: configuration.sync.pendingBytes });
  const attendance = new LiveAttendance(
    {
      arrived: (meetingId, principal) => recordArrival({ database }, meetingId, principal),
      left: (attendanceIds) => recordDepartures({ database }, attendanceIds),
      alive: (attendanceIds) => touchAttendances({ database }, attendanceIds),
    },
    log,
  );
  const sync = new SyncHost({
    configuration,
    log,
    database,
    audit,
    sessions,
    journal,
    patientOfDocument: (name) => patientOfDocument(database, name),
    attendance,
    screensShowing,
  });

  if (configuration.demonstration) {
    progress('jeu de démonstration');
    await prepareDirectory({ database, audit });
    await prepareDemonstration({ database, audit, journal });
  }
  const { media: settings } = configuration;
  const prepare = (tellStep: TellProgress, signal: AbortSignal) =>
    prepareWorkerBinary({ given: settings.workerBin, cacheDirectory: settings.cacheDirectory, tell: tellStep, signal });
  const media = new MediaHost({
    configuration,
    log,
    database,
    audit,
    sessions,
    live: sync.live,
    attendance,
    iceServers: (bearer) => iceServers(settings.turn, secrets.turn, bearer, new Date()),
    ...parts,
    engine: parts.engine ?? createEngine({ settings, log, prepare }),
  });
  const stopAttendanceSweep = startAttendanceSweep({ database, log });
  const stopEmergencySweep = startEmergencySweep({ database, audit, log });

  const { extraction, live: liveAddress } = configuration.directory;
  const liveDirectory =
    liveAddress && secrets.directoryKey
      ? createLiveDirectory({ address: liveAddress, key: secrets.directoryKey, log })
      : null;
  const { dataDirectory } = configuration;
  await startDirectory({ database, audit, jobs, log, dataDirectory, address: extraction });

  const stopRegistration = await startRegistration({ database, jobs, sendMail, log, origin: () => origin });
  const { proSanteConnect: provider } = configuration;
  const { proSanteConnectSecret: clientSecret } = secrets;
  const proSanteConnect = provider && clientSecret ? new ProSanteConnect({ ...provider, clientSecret }) : null;
  let services: Services = {
    configuration,
    log,
    database,
    audit,
    jobs,
    origin,
    sessions,
    live: sync.live,
    calls: media,
    tell,
    sendMail,
    accountKeys: new AccountKeys(secrets.accountKey),
    post,
    proSanteConnect,
    files: files.needs,
    openKey,
    liveDirectory,
  };
  const http = await createHttpServer(() => services);

  const upgrades = new Upgrades(http.server, {
    sessions,
    log,
    origin: () => origin,
    production: configuration.production,
  });
  await sync.start(upgrades);
  await media.start(upgrades);
  await http.listen({ port: configuration.port, host: configuration.host });
  const { port } = http.server.address() as AddressInfo;
  origin = configuration.publicOrigin ?? `http://localhost:${port}`;
  services = { ...services, origin };

  return {
    services,
    origin,
    port,
    stop: async () => {
      // The sockets first: an HTTP server does not close while one of them is open.
      await Promise.all([sync.stop(), media.stop()]);
      await attendance.close();
      await http.close();
      await stopSweep();
      await stopAttendanceSweep();
      await stopNotificationSweep();
      await stopRegistration();
      await stopEmergencySweep();
      await stopRendition();
      await jobs.stop();
      await files.stop();
      await database.close();
    },
  };
}
