import { createHash } from 'node:crypto'
import { authorizePortal } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { bundle, type BundledFile } from '@/lib/documents/bundle'
import { text } from '@/lib/documents/cell'
import { writeCsv } from '@/lib/documents/csv'
import { env } from '@/lib/env'
import { fileStore } from '@/lib/files/configured-store'
import { KINDS } from '@/lib/files/content-kind'
import { exportKey, type ByteSource } from '@/lib/files/file-store'
import { formatPeriod, words } from '@/lib/i18n'
import { goesOn } from '@/lib/rules/export-limits'
import type { ExportDue, ExportFile } from '@/lib/store/export-requests'
import {
  claimExport,
  failExport,
  finishExport,
  releaseExport,
  renewExport,
  writeExportPart,
  writeExportProgress,
  type ExportClaim,
  type ExportPart,
} from '@/lib/store/export-work'
import { begin, type Work } from '@/lib/store/work'
import { ExportFailed, failureOf } from './export-failed'
import { NATIONAL_KINDS, requireExportRights } from './export-rights'
import { makeAssessmentFile } from './make-assessment-file'
import { makeCityFile } from './make-city-file'
import { makeNationalFile } from './make-national-file'
import { tellExport } from './tell-export'

/** So many cities of one export are made before others have their turn. */
const SLICE = 20
const DAY = 86_400_000
/** So often is asked whether it was cancelled: then it stops at once, also in the middle of a city. */
const BEAT_MS = 1000

const working = <T>(task: (work: Work<'export.work'>) => Promise<T>): Promise<T> =>
  begin(authorizePortal('export.work'), task)

/** The export was cancelled, or is another maker's since. */
class ClaimLost extends Error {}

/**
 * Makes an export, or the next of its cities, as the person who asked, by what that person may read today. What is made is
 * kept at once, so that whoever goes on makes no city twice.
 * @returns `again` when there is more of it to do
 */
export async function runExport(due: ExportDue): Promise<'again' | 'over'> {
  const claim = await working((work) => claimExport(work, due))
  if (claim === null) return 'over'
  const stop = new AbortController()
  const beat = setInterval(
    () =>
      void working((work) => renewExport(work, claim)).then(
        (isHeld) => {
          if (!isHeld) stop.abort(new ClaimLost())
        },
        // Whether it still is ours is asked again before anything is written.
        () => undefined,
      ),
    BEAT_MS,
  )
  try {
    return await make(claim, stop.signal)
  } catch (error) {
    if (!(error instanceof ClaimLost)) await fail(claim, error)
    return 'over'
  } finally {
    clearInterval(beat)
  }
}

async function make(claim: ExportClaim, signal: AbortSignal): Promise<'again' | 'over'> {
  const { request, actor } = claim
  if (actor === null) throw new ExportFailed('accountClosed')
  if (!goesOn(claim.begun)) throw new ExportFailed('interrupted')
  await requireExportRights(actor, request.kind, request.cities)
  if (request.kind === 'assessmentWorkbook') {
    await makeAssessment(claim, actor, signal)
    return 'over'
  }
  if (NATIONAL_KINDS.includes(request.kind)) {
    const made = await makeNationalFile(actor, request, signal)
    const kept = await keep(claim, signal, made.name, [made.bytes])
    await finish(claim, kept, made.cities)
    return 'over'
  }
  const parts = [...claim.parts]
  const left = request.cities.filter((city) => parts.every(({ part }) => part !== city))
  for (const city of left.slice(0, SLICE)) parts.push(await makePart(claim, signal, actor, city))
  if (left.length > SLICE) {
    await held(claim, (work) => releaseExport(work, claim))
    return 'again'
  }
  await finish(claim, await together(claim, signal, parts), request.cities)
  return 'over'
}

/** Made in one piece, city after city; with each it is asked whether it goes on. */
async function makeAssessment(claim: ExportClaim, actor: Actor, signal: AbortSignal): Promise<void> {
  const { request } = claim
  const { kept, cities } = await makeAssessmentFile(actor, request, {
    onCity: (done, total) => held(claim, (work) => writeExportProgress(work, claim, { done, total })),
    use: (name, content) => keep(claim, signal, name, content),
    signal,
  })
  // An earlier attempt may have seen more of them.
  await finish(claim, kept, cities, Math.max(cities.length, request.done))
}

async function makePart(
  claim: ExportClaim,
  signal: AbortSignal,
  actor: Actor,
  city: string,
): Promise<ExportPart> {
  // Asked before each, so that a cancelled one stops and a right that was lost meanwhile counts.
  await held(claim, (work) => renewExport(work, claim))
  await requireExportRights(actor, claim.request.kind, [city])
  const made = await makeCityFile(actor, claim.request, city, signal)
  const part = { part: city, file: made === null ? null : await keep(claim, signal, made.name, [made.bytes]) }
  await held(claim, (work) => writeExportPart(work, claim, part))
  return part
}

/** One file of all parts: the part itself where there is but one, otherwise a zip with a list of its contents. */
async function together(
  claim: ExportClaim,
  signal: AbortSignal,
  parts: readonly ExportPart[],
): Promise<ExportFile> {
  const { account, id, cities, locale } = claim.request
  const said = words(locale).exports
  const inOrder = cities.flatMap((city) => parts.find(({ part }) => part === city) ?? [])
  const files = inOrder.flatMap(({ file }) => file ?? [])
  const [only] = files
  if (only === undefined) throw new ExportFailed('nothing')
  if (cities.length === 1) return { ...only, contentType: contentTypeOf(only.name) }
  const list = writeCsv([
    [said.contents.city, said.contents.name, said.contents.bytes, said.contents.digest].map(text),
    ...inOrder.map(({ part, file }) =>
      [
        part,
        file?.name ?? said.contents.none,
        file === null ? '' : String(file.bytes),
        file?.sha256 ?? '',
      ].map(text),
    ),
  ])
  const bundled: BundledFile[] = [
    { name: said.contents.file, bytes: list.length, open: () => Promise.resolve(blocks([list])) },
    ...files.map(({ name, bytes, sha256 }) => ({
      name,
      bytes,
      open: () => fileStore().get(exportKey(account, id, sha256)),
    })),
  ]
  // A store is told the digest of what comes: the bundle is written twice, and kept nowhere in between.
  const { kind, parameters } = claim.request
  const period = parameters.asOf === null ? '' : formatPeriod(locale, parameters.asOf)
  const name = said.fileName(said.kinds[kind], period, String(files.length))
  return keep(claim, signal, `${name}.zip`, () => bundle(bundled))
}

async function* blocks(all: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all
  await Promise.resolve()
}

/** Keeps a file under its digest. */
async function keep(
  { request: { account, id } }: ExportClaim,
  signal: AbortSignal,
  name: string,
  content: readonly Uint8Array[] | (() => ByteSource),
): Promise<ExportFile> {
  const source = (): ByteSource => (typeof content === 'function' ? content() : content)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const block of source()) {
    signal.throwIfAborted()
    hash.update(block)
    bytes += block.length
  }
  const file = { name, contentType: contentTypeOf(name), sha256: hash.digest('hex'), bytes }
  await fileStore().put(exportKey(account, id, file.sha256), source(), file)
  return file
}

function contentTypeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  if (ending === 'csv') return 'text/csv; charset=utf-8'
  if (ending === 'json') return 'application/json; charset=utf-8'
  return ending in KINDS ? KINDS[ending as keyof typeof KINDS] : 'application/octet-stream'
}

/** @throws ClaimLost when the export is this maker's no more */
async function held(
  claim: ExportClaim,
  task: (work: Work<'export.work'>) => Promise<boolean>,
): Promise<void> {
  if (!(await working(task))) throw new ClaimLost()
}

const expiry = (work: Work): Date => new Date(work.now.getTime() + env().CHENGJI_EXPORT_DAYS * DAY)

const finish = (
  claim: ExportClaim,
  file: ExportFile,
  cities: readonly string[],
  total = claim.request.total,
): Promise<void> =>
  held(claim, async (work) => {
    const expiresAt = expiry(work)
    if (!(await finishExport(work, claim, { file, cities, total, expiresAt }))) return false
    await tellExport(work, claim, { kind: 'exportReady', until: expiresAt })
    return true
  })

async function fail(claim: ExportClaim, error: unknown): Promise<void> {
  const why = failureOf(error)
  if (why.reason === 'fault') console.error('an export failed:', error)
  await working(async (work) => {
    const expiresAt = expiry(work)
    if (await failExport(work, claim, { ...why, expiresAt }))
      await tellExport(work, claim, { kind: 'exportFailed', until: expiresAt })
  })
}
