import { Badge, StatusBadge } from '@/components/ui/badge'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/button'
import { Fact, PageHead } from '@/components/ui/panel'
import { Tabs } from '@/components/ui/tabs'
import { formatDate, formatDateTime, words } from '@/lib/i18n'
import type { SubmittedReport } from '@/lib/review/read-submitted-report'
import type { Locale } from '@/lib/values'
import { RestatedBanner } from '@/components/report/restated-banner'
import { Reasons } from './report-progress'

interface Props {
  readonly locale: Locale
  readonly report: SubmittedReport
}

/** What the report is, where it stands, who signed it, and its versions. */
export function ReportHead({
  locale,
  report,
  title,
  mayPreview,
  hrefOf,
}: Props & {
  readonly title: string
  /** Whether this person may see what a correction would touch. */
  readonly mayPreview: boolean
  /** The address of another version; what else the address says stays. */
  readonly hrefOf: (version: string) => string
}) {
  const { review, restatement, restating, common, names } = words(locale)
  const said = review.report
  const { city, window, head, versions, status, moves, isLate } = report
  const by = (name: string, at: Date): string => said.by(name, formatDateTime(locale, at))
  return (
    <>
      <PageHead
        title={title}
        facts={
          <>
            <StatusBadge status={status} label={names.status[status]} />
            <strong>{common.version(head.version)}</strong>
            <Fact name={said.submitted}>{by(head.submittedByName, head.submittedAt)}</Fact>
            {isLate && <Badge tone="attention">{review.queue.late}</Badge>}
            <Fact name={said.certified}>{by(head.certifiedByName, head.certifiedAt)}</Fact>
            <Fact name={common.due}>{formatDate(locale, window.dueAt)}</Fact>
            <Fact name={said.answered}>
              {said.answeredOf(String(head.cellsAnswered), String(head.cellsAsked))}
            </Fact>
          </>
        }
        action={
          <>
            <LinkButton href={`/cities/${city.code}`}>{said.cityPage}</LinkButton>
            <LinkButton href={`/cities/${city.code}/reports/${window.period}/receipt`}>
              {said.receipt}
            </LinkButton>
            {mayPreview && status === 'accepted' && (
              <>
                <LinkButton href={`/cities/${city.code}/restatement?period=${window.period}`}>
                  {restatement.link}
                </LinkButton>
                <LinkButton href={`/cities/${city.code}/restatements/new?period=${window.period}`}>
                  {restating.ask}
                </LinkButton>
              </>
            )}
            {moves.length > 0 && <LinkButton href="#decide">{said.decide}</LinkButton>}
          </>
        }
      />
      {versions.length > 1 && (
        <Tabs
          label={said.versions}
          items={versions.map(({ version }) => ({
            href: hrefOf(String(version)),
            label: common.version(version),
            current: version === head.version,
          }))}
        />
      )}
    </>
  )
}

/** What a reviewer has to know before reading: that the version is old, why it came back, what it changes. */
export function ReportNotes({ locale, report }: Props) {
  const { review, common } = words(locale)
  const said = review.report
  const { head, versions, answered, returned, withdrawn, cellChanges, lines, restatement } = report
  const latest = versions.at(-1)?.version ?? head.version
  const rows = lines.flatMap(({ register }) => register).filter(({ mark }) => mark !== 'same').length
  return (
    <>
      {head.version !== latest && <Banner tone="attention">{said.superseded(common.version(latest))}</Banner>}
      {restatement !== null && (
        <RestatedBanner city={report.city.code} restatement={restatement} locale={locale} />
      )}
      {withdrawn !== null && (
        <Banner
          tone="attention"
          title={said.withdrawnTitle(withdrawn.actorName, formatDateTime(locale, withdrawn.at))}
        >
          <Reasons locale={locale} event={withdrawn} />
        </Banner>
      )}
      {returned !== null && (
        <Banner
          tone="attention"
          title={said.returnedTitle(returned.actorName, formatDateTime(locale, returned.at))}
        >
          <Reasons locale={locale} event={returned} />
          {returned.returned.length + returned.returnedRows.length === 0 && (
            <p className="text-muted">{said.wholeReturned}</p>
          )}
        </Banner>
      )}
      {answered !== null && (
        <Banner
          title={said.answeredTitle(
            common.version(answered.version),
            answered.actorName,
            formatDateTime(locale, answered.at),
          )}
        >
          <Reasons locale={locale} event={answered} />
          <p className="mt-1 font-semibold">
            {cellChanges.length + rows === 0
              ? said.changesNone
              : said.changesCount(String(cellChanges.length), String(rows))}
          </p>
        </Banner>
      )}
    </>
  )
}
