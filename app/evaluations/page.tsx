import type { Metadata } from 'next'
import { DeedForm } from '@/components/assessment/deed-form'
import { RoundTable } from '@/components/assessment/round-tables'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, Select, TextInput } from '@/components/ui/field'
import { PageHead, Panel } from '@/components/ui/panel'
import { readRoundsPage } from '@/lib/assessment/read-rounds'
import { words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { make } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).evaluation.title }
}

const KINDS = ['midTerm', 'annual', 'final'] as const

/** Every round of evaluation, and making one. */
export default async function Page() {
  const { rounds, today, quarter, document } = await readRoundsPage(await pagePermit('evaluation.manage'))
  const locale = await currentLocale()
  const said = words(locale).evaluation
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      {rounds.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <Panel title={said.round}>
          <RoundTable rounds={rounds} locale={locale} />
        </Panel>
      )}
      <Panel
        title={said.make.title}
        lead={document === null ? said.make.schemeNone : said.make.scheme(document)}
      >
        <DeedForm action={make} hidden={{}} label={said.make.send}>
          <div className="gap-x-4 sm:grid sm:grid-cols-2 lg:grid-cols-3">
            <Field id="round-kind" label={said.make.kind}>
              {(control) => (
                <Select {...control} name="kind">
                  {KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {said.kind[kind]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field id="round-title" label={said.make.name}>
              {(control) => <TextInput {...control} name="title" required />}
            </Field>
            <Field id="round-document" label={said.make.documentNumber}>
              {(control) => <TextInput {...control} name="documentNumber" />}
            </Field>
            <Field id="round-as-of" label={said.make.asOf} hint={said.make.asOfHint}>
              {(control) => <TextInput {...control} name="asOf" required defaultValue={quarter} />}
            </Field>
            <Field id="round-opens" label={said.make.opensOn}>
              {(control) => (
                <TextInput {...control} type="date" name="opensOn" required defaultValue={today} />
              )}
            </Field>
            <Field id="round-closes" label={said.make.closesOn}>
              {(control) => <TextInput {...control} type="date" name="closesOn" required />}
            </Field>
          </div>
        </DeedForm>
      </Panel>
    </>
  )
}
