import type { Metadata } from 'next'
import { CustomDeeds, KeptExports } from '@/components/exports/custom-deeds'
import { CHOICE_FORM, CustomForm } from '@/components/exports/custom-form'
import { CustomPreview } from '@/components/exports/custom-preview'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { customTable } from '@/lib/documents/custom-table'
import { formatNumber, words } from '@/lib/i18n'
import { customExportOf, customQuery } from '@/lib/review/custom-export'
import { readCustom } from '@/lib/review/read-custom'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { drop, keep, run } from './actions'

/** So many rows are shown of what will be in the file, of so many cities. */
const ROWS = 15
const CITIES = 30

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).custom.title }
}

/** An export of one's own: chosen, looked at, made, kept, made by itself. */
export default async function CustomExportPage({ searchParams }: Props) {
  const permit = await pagePermit('dashboard.read')
  const [asked, locale] = await Promise.all([searchParams, currentLocale()])
  const said = words(locale).custom
  const custom = customExportOf(asked)
  const figures = await readCustom(permit, custom, CITIES)
  const table = customTable(figures, custom, locale)
  const rows = table.rows.slice(0, ROWS)
  const editing = figures.views.find(({ id }) => id === asked.kept) ?? null
  return (
    <div className="wide-sheet">
      <PageHead
        title={said.title}
        lead={said.lead}
        action={<LinkButton href="/exports">{words(locale).exports.list}</LinkButton>}
      />
      <Panel title={said.choose}>
        <CustomForm custom={custom} figures={figures} editing={editing?.id ?? null} locale={locale} />
        <CustomDeeds
          key={editing?.id}
          query={customQuery(custom)}
          choiceForm={CHOICE_FORM}
          editing={editing}
          run={run}
          keep={keep}
        />
      </Panel>
      {figures.views.length > 0 && (
        <Panel title={said.kept}>
          <KeptExports views={figures.views} keep={keep} drop={drop} />
        </Panel>
      )}
      {rows.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <Panel
          title={said.preview}
          lead={said.previewNote(formatNumber(String(rows.length)), formatNumber(String(figures.chosen)))}
        >
          <CustomPreview table={{ ...table, rows }} locale={locale} />
        </Panel>
      )}
    </div>
  )
}
