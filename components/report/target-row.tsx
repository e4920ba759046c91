import { Disclosure } from '@/components/ui/disclosure'
import { formatDate, formatNumber, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { ResultTargets } from '@/lib/reporting/read-targets'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { TargetForm } from './target-form'

/** One numeric result: the floor of the notice, the own target in force, earlier ones, and the form that sets it. */
export function TargetRow({
  result,
  city,
  locale,
  action,
}: {
  result: ResultTargets
  city: string
  locale: Locale
  /** Undefined for whoever may not set targets. */
  action: FormAction | undefined
}) {
  const { targets: said, names } = words(locale)
  const subject = indicator(result.indicator)
  const floor = String(subject.floor ?? '')
  const inWords = (value: string): string =>
    subject.kind === 'growth'
      ? said.percentAYear(formatNumber(value))
      : said.atLeast(formatNumber(value), names.unit[subject.unit])
  const [current, ...earlier] = result.settings
  const { derogation } = result
  return (
    <li
      id={`target-${result.indicator}`}
      className="scroll-mt-4 border-b border-line px-2 py-2 target:bg-accent-wash"
    >
      <div className="grid gap-x-4 gap-y-1 lg:grid-cols-[minmax(16rem,1.4fr)_minmax(9rem,0.7fr)_minmax(9rem,0.7fr)_minmax(18rem,1.6fr)]">
        <h3 className="text-base font-semibold">{inLocale(locale, subject)}</h3>
        <p>
          <span className="mr-2 text-sm text-muted lg:sr-only">{said.floor}</span>
          {inWords(floor)}
        </p>
        <p>
          <span className="mr-2 text-sm text-muted lg:sr-only">{said.own}</span>
          {current === undefined ? (
            <span className="text-muted">{said.notSet}</span>
          ) : (
            <span className={result.isLapsed ? 'text-muted line-through' : 'font-semibold'}>
              {inWords(current.value)}
            </span>
          )}
          {result.isLapsed && <span className="block text-sm text-behind-pace">{said.lapsed}</span>}
        </p>
        <div>
          {current !== undefined && (
            <p className="text-sm">
              <span className="text-muted">
                {said.by(current.setByName, formatDate(locale, current.setAt))}
              </span>{' '}
              {current.reason}
            </p>
          )}
          {derogation !== null && (
            <p className="text-sm text-behind-pace">
              {said.derogation(inWords(derogation.lowest), derogation.decision.documentNumber)}
            </p>
          )}
          {earlier.length > 0 && (
            <Disclosure summary={said.history} className="text-sm">
              <ul>
                {earlier.map((setting) => (
                  <li key={setting.seq} className="mb-1">
                    <span className="font-semibold">{inWords(setting.value)}</span>{' '}
                    <span className="text-muted">
                      {said.by(setting.setByName, formatDate(locale, setting.setAt))}
                    </span>{' '}
                    {setting.reason}
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </div>
      </div>
      {action !== undefined && (
        <Disclosure
          summary={
            <>
              {current === undefined ? said.edit : said.change}
              <span className="sr-only">
                {(current === undefined ? said.editOf : said.changeOf)(inLocale(locale, subject))}
              </span>
            </>
          }
          className="mt-1 text-sm"
        >
          <TargetForm
            city={city}
            code={result.indicator}
            lowest={derogation?.lowest ?? floor}
            isSet={current !== undefined}
            action={action}
          />
        </Disclosure>
      )}
    </li>
  )
}
