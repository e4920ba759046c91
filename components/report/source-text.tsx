'use client'

import { useWords } from '@/components/ui/locale-provider'
import type { CellContent } from '@/lib/entry/content'
import { entry } from '@/lib/i18n/words/entry'

/** Where a figure comes from; nothing where nobody said so. */
export function SourceText({ source }: { source: CellContent['source'] }) {
  const said = useWords(entry).source
  if (source === undefined) return null
  const { office, document } = source
  return (
    <span className="block text-sm font-normal whitespace-normal text-muted print:text-[8pt]">
      {document === ''
        ? said.from(office)
        : office === ''
          ? said.by(document)
          : said.fromBy(office, document)}
    </span>
  )
}
