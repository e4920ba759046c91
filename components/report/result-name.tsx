'use client'

import { useLocale, useWords } from '@/components/ui/locale-provider'
import { formatNumber } from '@/lib/i18n/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import type { Indicator } from '@/lib/notice'

/** The name of a result, what the notice asks of it, and the way to how it is read. */
export function ResultName({
  subject,
  number,
  target,
  htmlFor,
  about,
}: {
  subject: Indicator
  number: number
  /** The city's own target. */
  target: string | null
  /** The control it names; undefined where there is none. */
  htmlFor: string | undefined
  about: { readonly isOpen: boolean; readonly toggle: () => void; readonly id: string }
}) {
  const locale = useLocale()
  const said = useWords(entry)
  const units = useWords(names).unit
  const name = inLocale(locale, subject)
  const asked =
    subject.kind === 'qualitative'
      ? said.judged
      : subject.kind === 'growth'
        ? said.floorGrowth(String(subject.floor))
        : said.floorCount(formatNumber(String(subject.floor)), units[subject.unit])
  const own =
    target === null
      ? null
      : said.progress.target(subject.kind === 'growth' ? `${target}%` : formatNumber(target))
  return (
    <div className="mb-1 grid grid-cols-[1.75rem_1fr] lg:mb-0">
      <span className="text-sm text-muted">{number}</span>
      <div>
        {htmlFor === undefined ? (
          <span className="font-semibold">{name}</span>
        ) : (
          <label htmlFor={htmlFor} className="font-semibold">
            {name}
          </label>
        )}
        <p className="flex flex-wrap gap-x-2 text-sm text-muted">
          <span>{own === null ? asked : `${asked} · ${own}`}</span>
          <button
            type="button"
            aria-expanded={about.isOpen}
            aria-controls={about.id}
            aria-label={said.aboutOf(name)}
            onClick={about.toggle}
            className="min-h-6 cursor-pointer text-accent underline underline-offset-4 print:hidden"
          >
            {said.about}
          </button>
        </p>
      </div>
    </div>
  )
}
