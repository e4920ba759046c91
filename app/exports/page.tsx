import type { Metadata } from 'next'
import { ExportFields } from '@/components/exports/export-fields'
import { ExportForm } from '@/components/exports/export-form'
import { ExportTable } from '@/components/exports/export-table'
import { ExportWatch } from '@/components/exports/export-watch'
import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { Tabs } from '@/components/ui/tabs'
import { actorOf } from '@/lib/access/authorize'
import { env } from '@/lib/env'
import { readExportChoice } from '@/lib/exports/export-choice'
import { EXPORT_FORMATS } from '@/lib/exports/export-formats'
import { exportKindsFor } from '@/lib/exports/export-kinds'
import { readExports } from '@/lib/exports/read-exports'
import { cityName, formatNumber, words } from '@/lib/i18n'
import { parseQuarter } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { ask, cancel, retry } from './actions'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).exports.title }
}

/** What a person lets be made in the background, and what came of it. */
export default async function ExportsPage({ searchParams }: Props) {
  const permit = await pagePermit('export.ask')
  const [asked, locale] = await Promise.all([searchParams, currentLocale()])
  const said = words(locale).exports
  const [{ exports, standing }, choice] = [await readExports(permit), await readExportChoice(actorOf(permit))]
  const kinds = exportKindsFor(choice)
  const kind = kinds.find((each) => each === asked.kind) ?? kinds[0]
  const open = exports.filter(({ state }) => state === 'waiting' || state === 'running').length
  const ready = exports.filter(({ state }) => state === 'done').length
  const refused = (['exportGone', 'exportRightsLost'] as const).find((code) => code === asked.refused)
  const isEmpty = exports.length === 0
  // A message leads to one of them: that one is marked, and the list comes first.
  const sought = exports.find(({ id }) => id === asked.of)?.id ?? null
  const isElsewhere = asked.of !== undefined && sought === null
  const list = (
    <Panel title={said.list} id="list">
      <ExportWatch
        isOpen={open > 0}
        standing={standing}
        spoken={isEmpty ? '' : said.spoken(formatNumber(String(open)), formatNumber(String(ready)))}
      />
      {isEmpty ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <ExportTable
          exports={exports}
          cityNames={Object.fromEntries(choice.cities.map((city) => [city.code, cityName(locale, city)]))}
          locale={locale}
          sought={sought}
          cancel={cancel}
          retry={retry}
        />
      )}
    </Panel>
  )
  return (
    <>
      <PageHead title={said.title} lead={said.lead(formatNumber(String(env().CHENGJI_EXPORT_DAYS)))} />
      <RefusalNotice
        refusal={refused === undefined ? null : { code: refused, detail: {} }}
        title={said.notFetched}
      />
      {isElsewhere && <Banner tone="attention">{said.elsewhere}</Banner>}
      {sought !== null && list}
      <Panel title={said.choose}>
        {choice.cities.length === 0 ? (
          <EmptyState title={said.nobody} next={said.nobodyNext} />
        ) : (
          <>
            <Tabs
              label={said.kindLabel}
              items={[
                ...kinds.map((each) => ({
                  href: `/exports?kind=${each}`,
                  label: said.kinds[each],
                  current: each === kind,
                })),
                ...(choice.isNational
                  ? [{ href: '/exports/custom', label: said.kinds.custom, current: false }]
                  : []),
              ]}
            />
            <ExportForm key={kind} ask={ask}>
              <ExportFields
                kind={kind}
                formats={EXPORT_FORMATS[kind]}
                choice={choice}
                quarter={parseQuarter(asked.asOf ?? '') ?? null}
                query={asked.query ?? ''}
                locale={locale}
              />
            </ExportForm>
          </>
        )}
      </Panel>
      {sought === null && list}
    </>
  )
}
