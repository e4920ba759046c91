import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { formatDateTime, words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import type { PaperBlock } from '../paper'
import { heading } from './pieces'

interface Deed {
  readonly byName: string
  readonly at: string
}

/** Who read, led and sealed, and when; before the seal its two places are empty. */
export function signatureBlocks({ seal, frozen }: PaperEvaluation, locale: Locale): PaperBlock[] {
  const said = words(locale).evaluationPapers.signatures
  const { readings, settlements, overrides, sample } = frozen
  const last = (deeds: readonly Deed[]): Deed | null =>
    deeds.reduce<Deed | null>(
      (latest, each) => (latest === null || each.at > latest.at ? each : latest),
      null,
    )
  const row = (term: string, deed: Deed | null) => ({
    term,
    value: deed?.byName ?? said.waiting,
    at: deed === null ? '' : formatDateTime(locale, deed.at),
  })
  const lead = last([...settlements, ...overrides, ...(sample === null ? [] : [sample])])
  return [
    heading(1, said.heading),
    { kind: 'note', text: said.said },
    {
      kind: 'signatures',
      rows: [
        row(said.first, last(readings.filter(({ duty }) => duty === 'first'))),
        row(said.second, last(readings.filter(({ duty }) => duty === 'second'))),
        ...(lead === null ? [] : [row(said.lead, lead)]),
        row(said.firstSeal, seal && { byName: seal.firstSignerName, at: seal.firstSignedAt }),
        row(said.secondSeal, seal && { byName: seal.secondSignerName, at: seal.sealedAt }),
      ],
    },
  ]
}
