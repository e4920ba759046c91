import { DualBars, DualPattern } from '@/components/funding/dual-bars'
import { standingWords } from '@/components/funding/standing-words'
import { Panel } from '@/components/ui/panel'
import { formatPeriod, words } from '@/lib/i18n'
import type { CityPage } from '@/lib/review/read-city'
import type { Locale } from '@/lib/values'

/** Money beside results of one city: the line that the page of all cities has, and where more of it is said. */
export function CityMoney({ page, locale }: { page: CityPage; locale: Locale }) {
  const { monitoring: said, beside } = words(locale)
  const shown = standingWords(locale, page.standing)
  return (
    <Panel title={said.title} aside={said.asOf(formatPeriod(locale, page.asOf))}>
      <DualPattern />
      <p className="mb-1 flex flex-wrap gap-x-6">
        <span>
          {said.spent} <strong className="figure">{shown.spent}</strong>
        </span>
        <span>
          {said.achieved} <strong className="figure">{shown.achieved}</strong>{' '}
          <span className="text-muted">{shown.of}</span>
        </span>
        {page.standing.gap !== null && (
          <span>
            {said.gap} <strong className="figure">{shown.gap}</strong>{' '}
            <span className="text-muted">{said.points}</span>
          </span>
        )}
      </p>
      <DualBars {...shown.bars} label={shown.sentence} />
      <p className="mt-1 mb-2 flex flex-wrap gap-x-4 text-sm">
        <span>{said.key.spent}</span>
        <span>{said.key.achieved}</span>
        <span className="ml-auto text-muted">0–100%</span>
      </p>
      <p className="print:hidden">
        <a href={`/cities/${page.city.code}/funds#monitor`}>{beside.toFunds}</a>
      </p>
    </Panel>
  )
}
