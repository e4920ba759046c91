import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { formatPeriod } from '@/lib/i18n'
import type { Locale, Quarter } from '@/lib/values'

/** Chooses the quarter as of which is judged. A plain form: the address keeps the choice, and no script is needed. */
export function AsOfChoice({
  label,
  deed,
  offered,
  asOf,
  known = null,
  locale,
}: {
  label: string
  deed: string
  offered: readonly Quarter[]
  asOf: Quarter
  /** The past moment that is looked back to, which stays; null for now. */
  known?: Date | null
  locale: Locale
}) {
  return (
    <form className="flex items-end gap-2 print:hidden">
      {known !== null && <input type="hidden" name="known" value={known.toISOString()} />}
      <label>
        <span className="block text-sm text-muted">{label}</span>
        <Select name="asOf" defaultValue={asOf}>
          {offered.toReversed().map((quarter) => (
            <option key={quarter} value={quarter}>
              {formatPeriod(locale, quarter)}
            </option>
          ))}
        </Select>
      </label>
      <Button type="submit">{deed}</Button>
    </form>
  )
}
