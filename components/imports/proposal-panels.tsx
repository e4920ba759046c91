import { Banner } from '@/components/ui/banner'
import { DownloadLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatNumber, words } from '@/lib/i18n'
import type { Proposal } from '@/lib/imports/read-proposal'
import { registerCodes } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { FigureDifferences } from './figure-differences'
import { LackingRows } from './lacking-rows'
import { ProblemTables } from './problem-tables'
import { ProposalDeeds } from './proposal-deeds'
import { RowDifferences } from './row-differences'
import { SkippedList } from './skipped-list'

/** One uploaded file: what is wrong with it; or else what it would change, and the deeds. */
export function ProposalPanels({
  proposal,
  about,
  annotated,
  isOpen,
  locale,
  commit,
  discard,
}: {
  proposal: Proposal
  about: { readonly city: string; readonly period: string; readonly proposal: string; readonly shown: string }
  /** Where the copy with the problems marked is downloaded. */
  annotated: string
  isOpen: boolean
  locale: Locale
  commit: FormAction
  discard: FormAction
}) {
  const { importing: said } = words(locale)
  const { head, problems, blocked, counts, lacking } = proposal
  const { answer } = head
  const number = (count: number): string => formatNumber(String(count))
  const state = answer === null ? null : answer.kind === 'committed' ? 'committed' : 'discarded'
  const changes = counts.figures.new + counts.figures.changed + counts.rows.new + counts.rows.changed
  return (
    <>
      {answer !== null && state !== null && (
        <Banner
          tone={state === 'committed' ? 'done' : 'info'}
          live
          title={
            state === 'committed'
              ? said.history.committed(number(answer.cells), number(answer.rows))
              : said.history.discarded
          }
        >
          {said.history.by(answer.byName, formatDateTime(locale, answer.at))}
        </Banner>
      )}
      {problems.length > 0 && (
        <Panel
          title={said.problems.title(number(problems.length))}
          lead={`${head.fileName} · ${said.problems.lead}`}
          aside={<DownloadLink href={annotated}>{said.problems.annotated}</DownloadLink>}
        >
          <ProblemTables problems={problems} locale={locale} />
        </Panel>
      )}
      {answer === null && blocked.length > 0 && (
        <Panel
          title={said.problems.notOpen(number(blocked.length))}
          lead={`${head.fileName} · ${said.problems.notOpenLead}`}
          aside={
            problems.length === 0 && <DownloadLink href={annotated}>{said.problems.annotated}</DownloadLink>
          }
        >
          <ProblemTables problems={blocked} locale={locale} />
        </Panel>
      )}
      {answer === null && (
        <Panel title={said.differences.title} lead={head.fileName}>
          <SkippedList skipped={proposal.skipped} locale={locale} />
          <h3 className="mb-1 text-base">
            {said.differences.figures}{' '}
            <span className="text-sm font-normal text-muted">
              {said.differences.counts(
                number(counts.figures.new),
                number(counts.figures.changed),
                number(counts.figures.unchanged),
              )}
            </span>
          </h3>
          <FigureDifferences figures={proposal.figures} locale={locale} />
          {registerCodes
            .map((code) => ({ code, rows: proposal.rows.filter(({ indicator }) => indicator === code) }))
            .filter(({ rows }) => rows.length > 0)
            .map(({ code, rows }) => (
              <RowDifferences key={code} register={code} rows={rows} locale={locale} />
            ))}
          <LackingRows lacking={lacking} locale={locale} />
        </Panel>
      )}
      {answer === null && isOpen && (
        <Panel title={said.deeds.title}>
          <ProposalDeeds
            about={about}
            changes={changes}
            lacking={lacking.length}
            formulas={counts.figures.formulas + counts.rows.formulas}
            mayCommit={problems.length + blocked.length === 0}
            commit={commit}
            discard={discard}
          />
        </Panel>
      )}
    </>
  )
}
