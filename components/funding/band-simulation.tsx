import { ContentFields } from '@/components/decisions/content-fields'
import { yuan } from '@/components/plan/plan-rows'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { words } from '@/lib/i18n'
import type { ExposurePage } from '@/lib/funding/read-exposure'
import type { Locale } from '@/lib/values'
import { BandExposure } from './exposure-tables'

/** What supposed bands would pay; what is asked for stands in the address, and nothing is stored. */
export function BandSimulation({
  simulation,
  values,
  locale,
}: {
  simulation: ExposurePage['simulation']
  values: Readonly<Record<string, string>>
  locale: Locale
}) {
  const { instalment, simulation: simulator } = words(locale)
  const said = instalment.exposure.simulation
  return (
    <Panel title={said.title} lead={said.lead} id="simulation" className="mt-4">
      {simulation?.ok === false && <RefusalNotice refusal={simulation.error} />}
      <form action="/exposure#simulation" className="print:hidden">
        <ContentFields kind="bandTable" values={values} />
        <Button type="submit">{said.send}</Button>
      </form>
      {simulation?.ok === true && (
        <div className="mt-4">
          <Banner tone="demo" title={simulator.storesNothing}>
            {said.scope(String(simulation.value.scored), String(simulation.value.unscored))}
          </Banner>
          <BandExposure
            lines={simulation.value.lines}
            caption={said.caption}
            sumHead={said.pays}
            locale={locale}
          />
          <p className="mt-1 font-semibold">
            {said.total(yuan(simulation.value.atLeast), yuan(simulation.value.atMost))}
          </p>
        </div>
      )}
    </Panel>
  )
}
