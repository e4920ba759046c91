import { Banner } from '@/components/ui/banner'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** By whose weights an evaluation is scored: by a document's, or, marked wherever it is, by none. */
export function SchemeNote({ document, locale }: { document: string | null; locale: Locale }) {
  const said = words(locale).evaluation
  return document === null ? (
    <Banner tone="attention" title={said.demonstration}>
      {said.demonstrationText}
    </Banner>
  ) : (
    <p className="mb-4 text-muted">{said.byDocument(document)}</p>
  )
}
