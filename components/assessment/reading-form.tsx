import { Badge } from '@/components/ui/badge'
import { Field, Select, TextArea } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { Panel } from '@/components/ui/panel'
import type { EvaluationPage, Inside } from '@/lib/assessment/read-evaluation-page'
import { formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import { readingWording, type Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { ReadingSheet } from './reading-sheet'

const MARKS = [0, 25, 50, 75, 100] as const

/** One reader's eight marks and reasons, and handing them in. */
export function ReadingForm({
  page,
  inside,
  record,
  person,
  locale,
}: {
  page: EvaluationPage
  inside: Inside
  record: FormAction
  /** The account that reads. */
  person: string
  locale: Locale
}) {
  const { reading: said, carried: carriedWords } = words(locale).evaluation
  const { duty, city, round } = page
  const hidden = { city: city.code, round: round.name }
  const handed = inside.handedIn.find((each) => each.duty === duty)
  if (handed !== undefined) {
    return (
      <Panel title={said.title}>
        <p>{said.handedIn(formatDateTime(locale, handed.at))}</p>
        {inside.handedIn.length < 2 && <p className="text-muted">{said.waiting}</p>}
      </Panel>
    )
  }
  const { carried } = inside
  const again = (code: string) =>
    carried?.readings.find((each) => each.indicator === code && each.duty === duty)
  const rows = inside.marks.map(({ indicator: code }) => {
    const own = inside.readings.find((each) => each.indicator === code && each.duty === duty)
    const before = own === undefined ? again(code) : undefined
    const shown = own ?? before
    return {
      code,
      isCarried: before !== undefined,
      mark: shown === undefined ? '' : String(shown.mark),
      reason: shown?.reason ?? '',
      saved: own === undefined ? '' : readingWording(String(own.mark), own.reason),
    }
  })
  return (
    <Panel title={said.title} lead={said.lead}>
      <p className="mb-3 text-sm text-muted">{said.rubric}</p>
      {carried !== null && carried.readings.some((each) => each.duty === duty) && (
        <p className="mb-3">{carriedWords.reading(String(carried.version))}</p>
      )}
      <ReadingSheet
        action={record}
        hidden={hidden}
        offered={rows.map(({ code, mark, reason, saved }) => ({ code, mark, reason, saved }))}
        keptAs={`chengji/readings/${person}/${city.code}/${round.name}/${String(page.version)}`}
      >
        {rows.map(({ code, isCarried, mark: given, reason, saved }) => {
          const name = inLocale(locale, indicator(code))
          const narrative = inside.narratives[code]
          return (
            <fieldset key={code} className="mb-4 border-t border-line pt-2">
              <legend className="font-semibold">
                {name}{' '}
                {isCarried && (
                  <Badge tone="attention">{carriedWords.mark(String(carried?.version ?? 0))}</Badge>
                )}
              </legend>
              <p className="text-sm text-muted">
                {narrative === undefined
                  ? said.noNarrative
                  : said.narrative(formatPeriod(locale, narrative.quarter))}
              </p>
              {narrative !== undefined && (
                <p className="mb-2 border-l-2 border-edge pl-3">{narrative.text}</p>
              )}
              <Hidden values={{ indicator: code, shown: saved }} />
              <div className="gap-x-4 md:grid md:grid-cols-[16rem_minmax(0,1fr)]">
                <Field id={`mark-${code}`} label={said.mark}>
                  {(control) => (
                    <Select {...control} name="mark" defaultValue={given}>
                      <option value="">—</option>
                      {MARKS.map((mark) => (
                        <option key={mark} value={mark}>
                          {said.marks[mark]}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
                <Field id={`reason-${code}`} label={said.reason}>
                  {(control) => <TextArea {...control} name="reason" rows={2} defaultValue={reason} />}
                </Field>
              </div>
            </fieldset>
          )
        })}
      </ReadingSheet>
    </Panel>
  )
}
