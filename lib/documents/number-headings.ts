import type { Locale } from '@/lib/values'
import type { PaperBlock } from './paper'

const NUMERALS = '一二三四五六七八九十'

/**
 * Puts their numbers before headings: 一、（一）1. in Chinese, as GB/T 9704-2012 7.3.3 has them; 1, 1.1, 1.1.1 in English.
 * @throws RangeError above 99 of one level, which no document here comes near
 */
export function numberHeadings(blocks: readonly PaperBlock[], locale: Locale): PaperBlock[] {
  const counts = [0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    counts.splice(block.level - 1, 3, (counts[block.level - 1] ?? 0) + 1, ...[0, 0].slice(0, 3 - block.level))
    return { ...block, text: `${numberOf(counts.slice(0, block.level), locale)}${block.text}` }
  })
}

function numberOf(counts: readonly number[], locale: Locale): string {
  if (locale === 'en') return `${counts.join('.')} `
  const last = counts.at(-1) ?? 0
  if (counts.length === 1) return `${numeral(last)}、`
  return counts.length === 2 ? `（${numeral(last)}）` : `${String(last)}.`
}

/** 1 to 99 as a Chinese numeral. */
function numeral(count: number): string {
  if (count < 1 || count > 99) throw new RangeError(`no heading is numbered ${String(count)}`)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const unit = NUMERALS[ones - 1] ?? ''
  return tens === 0 ? unit : `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十${unit}`
}
