import { DescriptionList } from '@/components/ui/description-list'
import { formatDateTime, formatPeriod, words } from '@/lib/i18n'
import type { RestatementPage } from '@/lib/restating/read-restatement'
import type { Locale } from '@/lib/values'

/** Who asked for what, why, and who answered; with the ways to both versions. */
export function CorrectionFacts({ page, locale }: { page: RestatementPage; locale: Locale }) {
  const { restating: said, names, common } = words(locale)
  const { restatement, brought } = page
  const { answer, period, baseVersion } = restatement
  const roles: Readonly<Record<string, string>> = names.role
  const receipt = (version: number) =>
    `/cities/${page.city.code}/reports/${period}/receipt?version=${version}`
  const by = (who: string, role: string, at: Date) =>
    said.by(who, roles[role] ?? role, formatDateTime(locale, at))
  return (
    <DescriptionList
      className="mb-4"
      items={[
        { term: said.facts.period, value: formatPeriod(locale, period) },
        {
          term: said.facts.base,
          value: <a href={receipt(baseVersion)}>{common.version(baseVersion)}</a>,
        },
        ...(brought === null
          ? []
          : [
              {
                term: said.facts.brought,
                value: <a href={receipt(brought.version)}>{common.version(brought.version)}</a>,
              },
              {
                term: said.facts.receipt,
                value: <span className="font-mono break-all">{brought.receiptNumber}</span>,
              },
            ]),
        { term: said.facts.reason, value: said.reasonCode[restatement.reasonCode] },
        {
          term: said.facts.why,
          value: <span className="whitespace-pre-wrap">{restatement.reason}</span>,
        },
        {
          term: said.facts.requested,
          value: by(restatement.requestedByName, restatement.requestedByRole, restatement.requestedAt),
        },
        ...(answer === null
          ? []
          : [
              {
                term: said.facts.answered,
                value: `${said.state[answer.kind]}${common.bracketed(by(answer.byName, answer.byRole, answer.at))}`,
              },
              ...(answer.reason === ''
                ? []
                : [
                    {
                      term: said.facts.remark,
                      value: <span className="whitespace-pre-wrap">{answer.reason}</span>,
                    },
                  ]),
            ]),
        { term: said.facts.hash, value: <code className="break-all">{restatement.contentHash}</code> },
      ]}
    />
  )
}
