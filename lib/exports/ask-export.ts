import { actorOf, type Permit } from '@/lib/access/authorize'
import { exportLimit, MOST_EXPORTS_A_DAY, MOST_EXPORTS_OPEN } from '@/lib/rules/export-limits'
import { recordAudit } from '@/lib/store/audit'
import { countOwnExports, writeExport, type AskedExport } from '@/lib/store/export-requests'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'
import { readExportChoice } from './export-choice'
import { NATIONAL_KINDS, requireExportRights } from './export-rights'

/**
 * Puts an export in the queue. Of no named cities it is about all within reach, or of one province.
 * @returns its id
 * @throws Refusal exportsOpen, exportsDay, exportEmpty
 * @throws AccessRefused for what the person may not read
 */
export async function askExport(
  permit: Permit<'export.ask'>,
  {
    province = '',
    ...asked
  }: AskedExport & {
    /** Its two digits: whose cities are meant where none is named; '' for all. */
    readonly province?: string
  },
): Promise<string> {
  const actor = actorOf(permit)
  const cities = await citiesOf(actor, asked, province)
  await requireExportRights(actor, asked.kind, cities)
  return begin(permit, async (work) => {
    const counts = await countOwnExports(work, new Date(`${dayOf(work.now)}T00:00:00+08:00`))
    const limit = exportLimit(counts)
    if (limit === 'open')
      throw new Refusal('exportsOpen', { most: String(MOST_EXPORTS_OPEN), got: String(counts.open) })
    if (limit === 'day')
      throw new Refusal('exportsDay', { most: String(MOST_EXPORTS_A_DAY), got: String(counts.today) })
    const id = await writeExport(work, { ...asked, cities }, Math.max(1, cities.length))
    await recordAudit(work, { export: id, kind: asked.kind, cities: cities.length })
    return id
  })
}

async function citiesOf(
  actor: ReturnType<typeof actorOf>,
  { kind, cities }: AskedExport,
  province: string,
): Promise<readonly string[]> {
  // What a national one shows is found when it is made.
  if (NATIONAL_KINDS.includes(kind)) return []
  const named = [...new Set(cities)]
  if (named.length > 0) return named
  const within = (await readExportChoice(actor)).cities.map(({ code }) => code)
  const all = within.filter((code) => code.startsWith(province))
  if (all.length === 0) throw new Refusal('exportEmpty')
  return all
}
