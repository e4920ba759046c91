import { formatFigure, words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import type { PaperBlock, PaperColumn, PaperText } from '../paper'

/** A figure as people write it; what stands there instead where there is none. */
export const numberOf = (value: string | null, otherwise: string): string =>
  value === null ? otherwise : formatFigure(value)

/** A digest in groups of eight, which a line can break between. */
export const inPieces = (hash: string): string => (hash.match(/.{8}/g) ?? []).join(' ')

/** A title whose words say where it is broken on the cover; elsewhere it is one line. */
export const titled = (text: string, locale: Locale): { title: string; titleLines: readonly string[] } => {
  const titleLines = text.split('\n')
  return { title: titleLines.join(locale === 'en' ? ' ' : ''), titleLines }
}

/** Pieces of a paper, in short. */
export const heading = (level: 1 | 2 | 3, text: string): PaperBlock => ({ kind: 'heading', level, text })
export const plain = (text: string): PaperText => ({ text })
export const left = (name: string, share: number): PaperColumn => ({ name, align: 'left', share })
export const center = (name: string, share: number): PaperColumn => ({ name, align: 'center', share })
export const right = (name: string, share: number): PaperColumn => ({ name, align: 'right', share })

export const facts = (rows: readonly (readonly [term: string, value: PaperText])[]): PaperBlock => ({
  kind: 'facts',
  rows: rows.map(([term, value]) => ({ term, value })),
})

export const table = (
  caption: string,
  columns: readonly PaperColumn[],
  rows: readonly (readonly PaperText[])[],
): PaperBlock => ({ kind: 'table', caption, columns, rows })

/** What stands where there is nothing to list. */
export const none = (locale: Locale): PaperBlock => ({
  kind: 'paragraph',
  text: words(locale).papers.quarterly.none,
})
