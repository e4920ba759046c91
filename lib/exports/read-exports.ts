import type { Permit } from '@/lib/access/authorize'
import { readOwnExports, type ExportRequest } from '@/lib/store/export-requests'
import { begin } from '@/lib/store/work'

const SHOWN = 60

/** The person's exports, the latest first: one statement. `standing` changes with every step of one of them. */
export const readExports = (
  permit: Permit<'export.ask'>,
): Promise<{ readonly exports: readonly ExportRequest[]; readonly standing: string }> =>
  begin(permit, async (work) => {
    const exports = await readOwnExports(work, SHOWN)
    return { exports, standing: standingOf(exports) }
  })

/** The same `standing` alone. */
export const readExportStanding = (permit: Permit<'export.ask'>): Promise<string> =>
  begin(permit, async (work) => standingOf(await readOwnExports(work, SHOWN)))

const standingOf = (exports: readonly ExportRequest[]): string =>
  exports.map(({ id, state, done }) => `${id.slice(-6)}:${state}:${String(done)}`).join(' ')
