import { OpenAll } from '@/components/verdict/open-all'
import { cityName, inLocale, words } from '@/lib/i18n'
import {
  clause,
  clauseAnchor,
  indicator,
  isNumeric,
  isRegisterCode,
  type ClauseId,
  type IndicatorCode,
} from '@/lib/notice'
import type { CityPage } from '@/lib/review/read-city'
import type { Judgement } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { JudgedCard } from './judged-card'
import { ResultCard, type ShownTarget } from './result-card'

/** Every result of a city in the order of the notice, clause by clause. */
export function CityResults({ page, locale }: { page: CityPage; locale: Locale }) {
  const { city: said, notice } = words(locale)
  const { byFloor } = page.verdicts
  const clauses = [...new Set(byFloor.map(({ explanation }) => explanation.clause))]
  return (
    <section aria-labelledby="detail">
      <div className="mt-4 mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="detail" className="scroll-mt-4 text-xl">
          {said.result.detail}
        </h2>
        <OpenAll open={said.result.openAll} close={said.result.closeAll} />
      </div>
      {clauses.map((id: ClauseId) => (
        <section key={id} aria-labelledby={`heading-${clauseAnchor(id)}`}>
          <h3 id={`heading-${clauseAnchor(id)}`} className="mt-4 mb-2 text-lg text-muted">
            {notice.clauseTitle(id, inLocale(locale, clause(id).heading))}
          </h3>
          {byFloor
            .filter(({ explanation }) => explanation.clause === id)
            .map((judgement) => (
              <Result key={judgement.verdict.indicator} judgement={judgement} page={page} locale={locale} />
            ))}
        </section>
      ))}
    </section>
  )
}

function Result({ judgement, page, locale }: { judgement: Judgement; page: CityPage; locale: Locale }) {
  const { verdict } = judgement
  const subject = indicator(verdict.indicator)
  const lines = page.lines[subject.code]
  const rowsHref = `/cities/${page.city.code}/counts/${subject.code}`
  if (!isNumeric(subject) || lines === undefined) {
    const narrative = page.narratives[subject.code]
    return (
      <JudgedCard
        indicator={subject}
        judgement={judgement}
        narrative={narrative}
        rowsHref={isRegisterCode(subject.code) ? rowsHref : null}
        locale={locale}
      />
    )
  }
  return (
    <ResultCard
      indicator={subject}
      cityName={cityName(locale, page.city)}
      countHref={subject.kind === 'count' ? rowsHref : null}
      judgement={judgement}
      target={targetOf(page, subject.code)}
      lapsed={page.lapsed.find((each) => each.indicator === subject.code)?.value ?? null}
      lines={lines}
      notes={page.notes[subject.code] ?? {}}
      otherwise={page.otherwise[subject.code] ?? {}}
      locale={locale}
    />
  )
}

/** The target that was judged: the last that was set with the value that the explanation names. */
function targetOf(page: CityPage, code: IndicatorCode): ShownTarget | null {
  const judgement = page.verdicts.byTarget[code]
  const judged = judgement?.explanation.parameters[0]?.value
  const target = page.targets.findLast((each) => each.indicator === code && each.value === judged)
  return judgement && target ? { ...target, judgement } : null
}
