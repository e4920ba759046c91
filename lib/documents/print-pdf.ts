import { chartSvg } from './chart-svg'
import { hasContents } from './has-contents'
import { dateOf } from './date-of'
import type { Paper, PaperPart } from './paper'
import { numberHeadings } from './number-headings'
import { typeset } from './typeset'
import { words } from '@/lib/i18n'

/**
 * A paper as PDF on A4: tagged (PDF/UA-1), with bookmarks; the same bytes for the same paper. `signal` stops it.
 * @throws Refusal documentNotMade
 */
export function printPdf({ parts, number, moment }: Paper, signal?: AbortSignal): Promise<Uint8Array> {
  const files: Record<string, string> = {}
  const first = parts[0]
  const job = {
    template: 'paper' as const,
    data: {
      documentTitle: first.title,
      author: words(first.locale).common.productLine,
      date: dateOf(moment),
      number,
      parts: parts.map((part) => partOf(part, files)),
    },
    files,
    moment,
  }
  return typeset(job, signal)
}

function partOf(part: PaperPart, files: Record<string, string>) {
  const { locale } = part
  return {
    ...part,
    lang: locale === 'en' ? 'en' : 'zh',
    region: locale === 'en' ? 'gb' : 'cn',
    marks: [part.draft, part.demonstration].filter((mark) => mark != null),
    hasContents: hasContents(part),
    watermark: part.draft ?? words(locale).common.demo.title,
    blocks: numberHeadings(part.blocks, locale).map((block) => {
      if (block.kind !== 'chart') return block
      const file = `chart-${String(Object.keys(files).length + 1)}.svg`
      files[file] = chartSvg(block.chart)
      return { kind: block.kind, caption: block.caption, alt: block.alt, file }
    }),
  }
}
