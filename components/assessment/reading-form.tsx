import { Badge } from '@/components/ui/badge'
import { Field, Select, TextArea } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import type { EvaluationPage, Inside } from '@/lib/assessment/read-evaluation-page'
import { formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { DeedForm, type Deed } from './deed-form'

const MARKS = [0, 25, 50, 75, 100] as const

/** One reader's eight marks and reasons, and handing them in. */
export function ReadingForm({
  page,
  inside,
  record,
  handIn,
  locale,
}: {
  page: EvaluationPage
  inside: Inside
  record: Deed
  handIn: Deed
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
  return (
    <Panel title={said.title} lead={said.lead}>
      <p className="mb-3 text-sm text-muted">{said.rubric}</p>
      {carried !== null && carried.readings.some((each) => each.duty === duty) && (
        <p className="mb-3">{carriedWords.reading(String(carried.version))}</p>
      )}
      <DeedForm action={record} hidden={hidden} label={said.save}>
        {inside.marks.map(({ indicator: code }) => {
          const own = inside.readings.find((each) => each.indicator === code && each.duty === duty)
          const before = own === undefined ? again(code) : undefined
          const shown = own ?? before
          const name = inLocale(locale, indicator(code))
          const narrative = inside.narratives[code]
          return (
            <fieldset key={code} className="mb-4 border-t border-line pt-2">
              <legend className="font-semibold">
                {name}{' '}
                {before !== undefined && (
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
              <input type="hidden" name="indicator" value={code} />
              <div className="gap-x-4 md:grid md:grid-cols-[16rem_minmax(0,1fr)]">
                <Field id={`mark-${code}`} label={said.mark}>
                  {(control) => (
                    <Select
                      {...control}
                      name="mark"
                      defaultValue={shown === undefined ? '' : String(shown.mark)}
                    >
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
                  {(control) => (
                    <TextArea
                      {...control}
                      name="reason"
                      rows={2}
                      maxLength={2000}
                      defaultValue={shown?.reason ?? ''}
                    />
                  )}
                </Field>
              </div>
            </fieldset>
          )
        })}
      </DeedForm>
      <div className="mt-4 border-t border-line pt-3">
        <p className="mb-2 text-muted">{said.handInLead}</p>
        <DeedForm action={handIn} hidden={hidden} label={said.handIn} variant="secondary" />
      </div>
    </Panel>
  )
}
