import type { Permit } from '@/lib/access/authorize'
import { isIndicatorCode } from '@/lib/notice'
import { askedCells } from '@/lib/reporting/asked-cells'
import { requireReason } from '@/lib/reporting/move-report'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import { writeTurn } from '@/lib/store/conversations'
import { lockReport } from '@/lib/store/reports'
import { readVersion, readVersionHeads } from '@/lib/store/versions'
import { begin, type Work } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'

/** A figure of a submitted report, or one of its register rows (`row` '' for the figure itself). */
export interface AskedAbout {
  readonly indicator: string
  readonly row: string
}

/**
 * A reviewer's question beside a figure or a row; the city is told at once. Asking again opens a conversation that was
 * closed.
 * @throws Refusal reasonMissing, tooLong, cellUnknown, rowUnknown, nothingSubmitted
 */
export function askCity(
  permit: Permit<'conversation.ask'>,
  period: Period,
  about: AskedAbout,
  question: string,
): Promise<void> {
  const words = requireReason(question)
  return begin(permit, async (work) => {
    const { subject, version } = await requireSubject(work, period, about)
    const seq = await writeTurn(work, period, subject, { kind: 'asked', words, version })
    const turn = { city: work.city, period, ...subject, seq, kind: 'asked', asker: null } as const
    await tellAtOnce(work, { of: 'turn', turn })
  })
}

/**
 * Closes an open conversation, with a last word or without one.
 * @throws Refusal conversationClosed, tooLong, cellUnknown, rowUnknown, nothingSubmitted
 */
export function closeConversation(
  permit: Permit<'conversation.ask'>,
  period: Period,
  about: AskedAbout,
  lastWord: string,
): Promise<void> {
  const words = requireReason(lastWord, false)
  return begin(permit, async (work) => {
    const { subject, version } = await requireSubject(work, period, about)
    await writeTurn(work, period, subject, { kind: 'closed', words, version })
  })
}

async function requireSubject(work: Work, period: Period, { indicator, row }: AskedAbout) {
  if (!isIndicatorCode(indicator) || !askedCells(period).some((cell) => cell.indicator.code === indicator)) {
    throw new Refusal('cellUnknown', { indicator, part: '' })
  }
  await lockReport(work, period)
  const head = (await readVersionHeads(work, period)).at(-1)
  if (head === undefined) throw new Refusal('nothingSubmitted')
  if (row !== '') {
    const { rows, withdrawn } = await readVersion(work, period, head.version)
    const known = [...rows, ...withdrawn].some((each) => each.id === row && each.indicator === indicator)
    if (!known) throw new Refusal('rowUnknown', { id: row })
  }
  return { subject: { indicator, row }, version: head.version }
}
