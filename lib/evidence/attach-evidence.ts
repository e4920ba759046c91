import type { Permit } from '@/lib/access/authorize'
import { isIndicatorCode } from '@/lib/notice'
import { completenessOf } from '@/lib/reporting/asked-cells'
import {
  assertInScope,
  assertRowInScope,
  openForEditing,
  startedSummary,
  type OpenReport,
} from '@/lib/reporting/working-copy'
import { recordAudit } from '@/lib/store/audit'
import { readLinks, writeLinks, type Evidence, type EvidenceTarget } from '@/lib/store/evidence-links'
import { readExplanations } from '@/lib/store/explanations'
import { readRows } from '@/lib/store/register-rows'
import { readFileRow } from '@/lib/store/stored-files'
import { keepSummary } from '@/lib/store/summary'
import { begin, type Work } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { MOST_FILES } from './limits'
import { standingEvidence } from './read-evidence'

/** Files to put behind something, or to take away from there. */
export interface EvidenceEdit {
  readonly indicator: string
  readonly kind: EvidenceTarget['kind']
  readonly target: string
  readonly files: readonly string[]
  readonly removed: boolean
}

/**
 * Puts files of the city behind a figure, a row or an explanation of the working copy, or takes them away from there; the
 * files themselves stay. What is so already stays so. Whoever attaches has prepared the version and cannot certify it. Answers all
 * that stands in the working copy afterwards.
 * @throws Refusal fileUnknown, evidenceTargetUnknown, evidenceTooMany, and what refuses editing: notEditable, periodLocked …
 */
export function attachEvidence(
  permit: Permit<'report.prepare'>,
  period: Period,
  edit: EvidenceEdit,
): Promise<Evidence[]> {
  return begin(permit, async (work) => {
    const report = await openForEditing(work, period)
    const place = await requirePlace(work, report, edit)
    const links = (await readLinks(work, period)).filter(
      ({ indicator, kind, target }) =>
        indicator === place.indicator && kind === place.kind && target === place.target,
    )
    for (const file of edit.files) {
      const known = /^[0-9a-f-]{36}$/.test(file) ? await readFileRow(work, file) : null
      if (known?.purpose !== 'evidence') throw new Refusal('fileUnknown')
    }
    const writes = [...new Set(edit.files)].flatMap((file) => {
      const before = links.find((link) => link.file === file)
      if ((before?.removed ?? true) === edit.removed) return []
      return [{ ...place, file, removed: edit.removed, version: (before?.version ?? 0) + 1 }]
    })
    const standing = links.filter(({ removed }) => !removed).length
    if (!edit.removed && standing + writes.length > MOST_FILES)
      throw new Refusal('evidenceTooMany', { limit: String(MOST_FILES) })
    if (writes.length === 0) return standingEvidence(work, period)
    await writeLinks(work, period, report.version, writes)
    const rows = await readRows(work, period)
    const complete = completenessOf(period, report.cells, rows)
    await keepSummary(work, period, await startedSummary(work, report, complete))
    const deed = edit.removed ? 'detached' : 'attached'
    await recordAudit(work, { period, ...place, [deed]: writes.map(({ file }) => file) })
    return standingEvidence(work, period)
  })
}

/** @throws Refusal cellUnknown, figureNotReturned, rowNotReturned, evidenceTargetUnknown */
async function requirePlace(
  work: Work,
  report: OpenReport,
  { indicator, kind, target }: EvidenceEdit,
): Promise<EvidenceTarget> {
  if (!isIndicatorCode(indicator)) throw new Refusal('cellUnknown', { indicator, part: '' })
  if (kind === 'row') assertRowInScope(report, indicator, target)
  else assertInScope(report, indicator)
  if (!(await isThere(work, report.period, { indicator, kind, target })))
    throw new Refusal('evidenceTargetUnknown')
  return { indicator, kind, target }
}

async function isThere(work: Work, period: Period, place: EvidenceTarget): Promise<boolean> {
  switch (place.kind) {
    case 'figure':
      return place.target === ''
    case 'row':
      return (await readRows(work, period)).some(
        ({ id, indicator, removed }) => id === place.target && indicator === place.indicator && !removed,
      )
    case 'explanation':
      return (await readExplanations(work, period)).some(
        ({ rule, indicator, part }) => indicator === place.indicator && `${rule}/${part}` === place.target,
      )
  }
}
