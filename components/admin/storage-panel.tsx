import { Banner } from '@/components/ui/banner'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatNumber, words } from '@/lib/i18n'
import { formatBytes } from '@/lib/i18n/format-bytes'
import type { CityStorage } from '@/lib/evidence/set-quota'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { QuotaForm } from './quota-form'

const MIB = 1024 * 1024

/** How much a city keeps and may keep in files, every limit that was set, and the form for another. */
export function StoragePanel({
  city,
  storage,
  isSet,
  action,
  locale,
}: {
  city: string
  storage: CityStorage
  /** Whether it has just been set. */
  isSet: boolean
  action: FormAction
  locale: Locale
}) {
  const said = words(locale).admin.cities.storage
  const { usedBytes, allowedBytes, quotas } = storage
  return (
    <Panel id="storage" title={said.title} lead={said.lead}>
      {isSet && (
        <Banner tone="done" live>
          {said.done}
        </Banner>
      )}
      <p className="mb-2">
        {said.used(formatBytes(usedBytes), formatBytes(allowedBytes))}
        {quotas.length === 0 && <span className="text-muted"> {said.usual}</span>}
      </p>
      {quotas.length > 0 && (
        <>
          <h3 className="text-sm font-semibold">{said.history}</h3>
          <ul className="mb-3 text-sm">
            {quotas.map(({ mib, reason, setByName, setAt }) => (
              <li key={setAt.toISOString()}>
                {said.line(formatNumber(String(mib)), reason)}{' '}
                <span className="text-muted">{said.by(setByName, formatDateTime(locale, setAt))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <QuotaForm city={city} mib={Math.round(allowedBytes / MIB)} action={action} />
    </Panel>
  )
}
