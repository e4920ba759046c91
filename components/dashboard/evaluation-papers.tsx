import { Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import type { EvaluationPaperKind } from '@/lib/documents/papers/evaluation-part'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import { PaperForm } from '@/components/ui/paper-form'

/** The documents of an evaluation that its reader may have: report, score sheet, self-evaluation. */
export function EvaluationPapers({
  action,
  fields = {},
  kinds,
  failed,
  locale,
}: {
  action: string
  fields?: Readonly<Record<string, string>>
  kinds: readonly EvaluationPaperKind[]
  /** The one asked for could not be made. */
  failed: boolean
  locale: Locale
}) {
  const { papers, evaluationPapers: said } = words(locale)
  if (kinds.length === 0) return null
  return (
    <Panel title={papers.heading} lead={said.lead} className="print:hidden">
      {failed && <RefusalNotice refusal={{ code: 'documentNotMade', detail: {} }} />}
      <PaperForm
        action={action}
        fields={fields}
        choice={{ name: 'kind', label: said.choice, options: kinds.map((kind) => [kind, said.kinds[kind]]) }}
        locale={locale}
      />
    </Panel>
  )
}
